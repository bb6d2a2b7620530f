package dev.supie.bootstrap.config;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// MTG-3: what recognisers mishear and what it should read, by scope: everywhere (`*`), in one
/// language (`zh`, `en`) or in one industry (`industry:tech`).
record TermMapKind() implements Kind<Map<String, Map<String, String>>> {

    /// Terms of all scopes together; every snippet is searched for each of them.
    static final int TERMS_MAX = 1000;

    static final int TERM_CHARS_MAX = 100;

    private static final String FIX =
            "use for example {zh: {k8s: Kubernetes}} with the scopes *, zh, en or industry:<name>";
    private static final Pattern SCOPE = Pattern.compile("\\*|zh|en|industry:[a-z0-9_-]{1,32}");

    @Override
    public Reading<Map<String, Map<String, String>>> read(Given given, Surroundings surroundings) {
        Given map = given instanceof Given.Text(String text) ? YamlFile.parsed(text) : given;
        if (!(map instanceof Given.Fields(List<Given.Field> scopes))) {
            return new Reading.Bad<>("is not a map of scopes", FIX);
        }
        Map<String, Map<String, String>> terms = new LinkedHashMap<>();
        int count = 0;
        for (Given.Field scope : scopes) {
            if (!SCOPE.matcher(scope.name()).matches()) {
                return bad(
                        "has the unknown scope " + Shown.of(new Given.Text(scope.name()), false));
            }
            Optional<Map<String, String>> inScope = termsOf(scope.value());
            if (inScope.isEmpty()) {
                return bad("the scope " + scope.name() + " is not a map of text to text");
            }
            count += inScope.get().size();
            if (count > TERMS_MAX) {
                return bad("has more than " + TERMS_MAX + " terms");
            }
            if (terms.put(scope.name(), inScope.get()) != null) {
                return bad("has the scope " + scope.name() + " twice");
            }
        }
        return new Reading.Good<>(MeetingConfig.unchangeable(terms));
    }

    @Override
    public String shape() {
        return "map of scopes to maps of heard text to meant text";
    }

    @Override
    public String yaml(Map<String, Map<String, String>> value) {
        Map<String, String> scopes = new LinkedHashMap<>();
        value.forEach((scope, terms) -> scopes.put(scope, YamlText.map(written(terms))));
        return YamlText.map(scopes);
    }

    private static Map<String, String> written(Map<String, String> terms) {
        return terms.entrySet().stream()
                .collect(
                        Collectors.toMap(
                                Map.Entry::getKey,
                                term -> YamlText.scalar(term.getValue()),
                                (first, _) -> first,
                                LinkedHashMap::new));
    }

    private static Optional<Map<String, String>> termsOf(Given given) {
        if (!(given instanceof Given.Fields(List<Given.Field> fields))) {
            return Optional.empty();
        }
        Map<String, String> terms = new LinkedHashMap<>();
        for (Given.Field field : fields) {
            String term = field.name().strip();
            boolean usable =
                    field.value() instanceof Given.Text(String text)
                            && isTerm(term)
                            && isTerm(text.strip())
                            && terms.put(term, text.strip()) == null;
            if (!usable) {
                return Optional.empty();
            }
        }
        return Optional.of(terms);
    }

    private static boolean isTerm(String text) {
        return !text.isEmpty()
                && text.length() <= TERM_CHARS_MAX
                && text.codePoints().noneMatch(Character::isISOControl);
    }

    private static <T> Reading<T> bad(String wrong) {
        return new Reading.Bad<>(wrong, FIX);
    }
}
