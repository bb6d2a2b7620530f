package dev.supie.bootstrap.config;

import java.util.ArrayList;
import java.util.List;

/// A list of texts of one kind, in their order and each once.
///
/// @param itemsMax a longer list is refused
/// @param example a list that is fine, for messages
record ListKind<T>(Kind<T> item, int itemsMax, String example) implements Kind<List<T>> {

    @Override
    public Reading<List<T>> read(Given given, Surroundings surroundings) {
        Given list = given instanceof Given.Text(String text) ? YamlFile.parsed(text) : given;
        if (!(list instanceof Given.Items(List<Given> items))) {
            return bad("is not a list");
        }
        List<T> values = new ArrayList<>();
        for (Given each : items) {
            switch (item.read(each, surroundings)) {
                case Reading.Good<T>(T value) -> values.add(value);
                case Reading.Adjusted<T>(T value, String _, String _) -> values.add(value);
                case Reading.Bad<T>(String wrong, String _) -> {
                    return bad("entry " + (values.size() + 1) + " " + wrong);
                }
            }
        }
        return values.size() > itemsMax
                ? bad("has more than " + itemsMax + " entries")
                : new Reading.Good<>(values.stream().distinct().toList());
    }

    @Override
    public String shape() {
        return "list of up to " + itemsMax + ": " + item.shape();
    }

    @Override
    public String yaml(List<T> values) {
        return "[" + String.join(", ", values.stream().map(item::yaml).toList()) + "]";
    }

    private Reading<List<T>> bad(String wrong) {
        return new Reading.Bad<>(wrong, "use a list such as " + example);
    }
}
