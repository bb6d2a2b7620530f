package dev.supie.bootstrap.config;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Names in the order in which they are tried, each once; one name may stand without brackets.
record ChainKind(List<String> known) implements Kind<List<String>> {

    ChainKind {
        known = List.copyOf(known);
    }

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
            if (!(item instanceof Given.Text(String name)) || !known.contains(name.strip())) {
                return new Reading.Bad<>(
                        "has an entry that does not exist",
                        "use a list of " + Texts.oneOf(known) + ", or [] for none");
            }
            names.add(name.strip());
        }
        return new Reading.Good<>(List.copyOf(names));
    }

    @Override
    public String yaml(List<String> value) {
        return YamlText.list(value);
    }
}
