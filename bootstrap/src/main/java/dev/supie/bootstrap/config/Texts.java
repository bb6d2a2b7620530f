package dev.supie.bootstrap.config;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/// The kinds of values that are one piece of text.
final class Texts {

    /// No text of a configuration is longer.
    static final int CHARS_MAX = 1024;

    private Texts() {}

    /// What a rule says against a text.
    record Objection(String wrong, String fix) {}

    /// A rule for text; an empty list means no objection, and the first objection is the one told.
    interface Rule extends Function<String, List<Objection>> {}

    static Kind<String> any(String fix) {
        return text(_ -> List.of(), fix);
    }

    static Kind<String> text(Rule rule, String fix) {
        return new Text(rule, fix);
    }

    /// One of some words, in any case; written in lower case.
    static Kind<String> choice(List<String> words) {
        String fix = "use " + oneOf(words);
        Rule rule =
                value ->
                        words.contains(value.toLowerCase(Locale.ROOT))
                                ? List.of()
                                : List.of(new Objection("is not one of the choices", fix));
        return text(rule, fix)
                .as(value -> value.toLowerCase(Locale.ROOT), Function.identity())
                .called(oneOf(words));
    }

    static String oneOf(List<String> words) {
        int last = words.size() - 1;
        return last == 0
                ? words.getFirst()
                : String.join(", ", words.subList(0, last)) + " or " + words.get(last);
    }

    private record Text(Rule rule, String fix) implements Kind<String> {

        @Override
        public Reading<String> read(Given given, Surroundings surroundings) {
            if (!(given instanceof Given.Text(String raw))) {
                return new Reading.Bad<>("is not a text", fix);
            }
            String value = raw.strip();
            if (value.isEmpty()) {
                return new Reading.Bad<>("is empty", fix);
            }
            if (value.length() > CHARS_MAX) {
                return new Reading.Bad<>("is longer than " + CHARS_MAX + " characters", fix);
            }
            if (value.codePoints().anyMatch(Character::isISOControl)) {
                return new Reading.Bad<>("contains control characters", fix);
            }
            if (value.startsWith("${")) {
                return new Reading.Bad<>(
                        "${...} is read for secrets only",
                        "set the environment variable of this key");
            }
            List<Objection> objections = rule.apply(value);
            return objections.isEmpty()
                    ? new Reading.Good<>(value)
                    : new Reading.Bad<>(objections.getFirst().wrong(), objections.getFirst().fix());
        }

        @Override
        public String shape() {
            return "text";
        }

        @Override
        public String yaml(String value) {
            return YamlText.scalar(value);
        }
    }
}
