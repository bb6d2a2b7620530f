package dev.supie.bootstrap.config;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Names in the order in which they are tried, each once; one name may stand without brackets.
///
/// @param fix what to do about a value that is none
record ChainKind(String fix) implements Kind<List<String>> {

    @Override
    public Reading<List<String>> read(Given given, Surroundings surroundings) {
        Given read = given instanceof Given.Text(String text) ? YamlFile.parsed(text) : given;
        List<Given> items =
                switch (read) {
                    case Given.Items list -> list.items();
                    case Given.Text one -> List.of(one);
                    case Given.Nothing _, Given.Fields _ -> List.of(read);
                };
        Set<String> names = new LinkedHashSet<>();
        for (Given item : items) {
            if (!(item instanceof Given.Text(String name)) || !AliasSection.isAlias(name.strip())) {
                return new Reading.Bad<>("has an entry that is not a name", fix);
            }
            names.add(name.strip());
        }
        return new Reading.Good<>(List.copyOf(names));
    }

    @Override
    public String shape() {
        return "list of names";
    }

    @Override
    public String yaml(List<String> value) {
        return YamlText.list(value);
    }
}
