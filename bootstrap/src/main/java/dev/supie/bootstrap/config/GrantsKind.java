package dev.supie.bootstrap.config;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// Who is granted what: a map of names to one name or a list of them.
///
/// @param key what is left of the colon
/// @param value what is right of it
/// @param example of such a map
record GrantsKind(Name key, Name value, String example) implements Kind<Map<String, Set<String>>> {

    /// Names right of the colons, all lines together.
    static final int GRANTS_MAX = 100_000;

    /// @param words what somebody is told whose name is none
    /// @param reading gives nothing for text of another form
    record Name(String words, Function<String, Optional<String>> reading) {}

    @Override
    public Reading<Map<String, Set<String>>> read(Given given, Surroundings surroundings) {
        Given map = given instanceof Given.Text(String text) ? YamlFile.parsed(text) : given;
        if (!(map instanceof Given.Fields(List<Given.Field> fields))) {
            return new Reading.Bad<>("is not a map of lists", fix());
        }
        Filling filling = new Filling();
        Optional<String> wrong =
                fields.stream().map(filling::entry).flatMap(Optional::stream).findFirst();
        return wrong.<Reading<Map<String, Set<String>>>>map(why -> new Reading.Bad<>(why, fix()))
                .orElseGet(() -> new Reading.Good<>(filling.grants));
    }

    private String fix() {
        return "use for example " + example;
    }

    @Override
    public String shape() {
        return "map of " + key.words() + " to lists of " + value.words();
    }

    @Override
    public String yaml(Map<String, Set<String>> grants) {
        Map<String, String> fields = new LinkedHashMap<>();
        grants.forEach((name, granted) -> fields.put(name, list(granted)));
        return YamlText.map(fields);
    }

    private static String list(Collection<String> names) {
        return YamlText.list(names.stream().sorted().toList());
    }

    /// A map that is being read; each of its steps gives what is wrong, or nothing.
    private final class Filling {

        private final Map<String, Set<String>> grants = new LinkedHashMap<>();
        private int count;

        Optional<String> entry(Given.Field field) {
            Optional<String> name = key.reading().apply(field.name());
            if (name.isEmpty()) {
                return Optional.of("has " + shown(field.name()) + ", which is no " + key.words());
            }
            if (grants.putIfAbsent(name.get(), new LinkedHashSet<>()) != null) {
                return Optional.of("has " + shown(field.name()) + " twice");
            }
            return switch (field.value()) {
                case Given.Text _ -> one(name.get(), field.value());
                case Given.Items(List<Given> items) ->
                        items.stream()
                                .map(item -> one(name.get(), item))
                                .flatMap(Optional::stream)
                                .findFirst();
                case Given.Nothing _ -> Optional.empty();
                case Given.Fields _ ->
                        Optional.of("has something else than a list for " + shown(field.name()));
            };
        }

        private Optional<String> one(String name, Given given) {
            Optional<String> granted =
                    given instanceof Given.Text(String text)
                            ? value.reading().apply(text)
                            : Optional.empty();
            if (granted.isEmpty()) {
                return Optional.of(
                        "has "
                                + Shown.of(given, false)
                                + " for "
                                + shown(name)
                                + ", which is no "
                                + value.words());
            }
            grants.getOrDefault(name, Set.of()).add(granted.get());
            count++;
            return count > GRANTS_MAX
                    ? Optional.of("grants more than " + GRANTS_MAX + " things")
                    : Optional.empty();
        }

        private String shown(String text) {
            return Shown.of(new Given.Text(text), false);
        }
    }
}
