package dev.supie.bootstrap.config;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// An alias, or `{alias, overrides}` with the keys of a model that may differ from use to use.
record ModelChoiceKind() implements Kind<ModelChoice> {

    private static final String FIX =
            "use an alias defined under llm, or {alias: main, overrides: {model: other}} with any of"
                    + " model, temperature and timeout_ms";

    private static final String ALIAS = "alias";
    private static final String OVERRIDES = "overrides";
    private static final String MODEL = "model";
    private static final String TEMPERATURE = "temperature";
    private static final String TIMEOUT = "timeout_ms";

    private static final Kind<String> NAME = Texts.any(FIX);

    @Override
    public Reading<ModelChoice> read(Given given, Surroundings surroundings) {
        return switch (mapping(given)) {
            case Given.Fields(List<Given.Field> fields) -> choice(fields, surroundings);
            case Given.Text text ->
                    NAME.as(ModelChoice::of, ModelChoice::alias).read(text, surroundings);
            case Given.Items _, Given.Nothing _ -> new Reading.Bad<>("is not an alias", FIX);
        };
    }

    /// From a variable or the command line it comes as text.
    private static Given mapping(Given given) {
        return given instanceof Given.Text(String text) && text.strip().startsWith("{")
                ? YamlFile.parsed(text)
                : given;
    }

    private static Reading<ModelChoice> choice(
            List<Given.Field> fields, Surroundings surroundings) {
        Map<String, Given> parts = byName(fields);
        List<Given.Field> overrides =
                parts.get(OVERRIDES) instanceof Given.Fields(List<Given.Field> given)
                        ? given
                        : List.of();
        boolean known =
                List.of(ALIAS, OVERRIDES).containsAll(parts.keySet())
                        && List.of(MODEL, TEMPERATURE, TIMEOUT)
                                .containsAll(byName(overrides).keySet())
                        && (parts.get(OVERRIDES) == null || !overrides.isEmpty());
        if (!known || !(parts.get(ALIAS) instanceof Given.Text alias)) {
            return new Reading.Bad<>("is not an alias with overrides", FIX);
        }
        return overridden(alias.value().strip(), byName(overrides), surroundings);
    }

    private static Reading<ModelChoice> overridden(
            String alias, Map<String, Given> overrides, Surroundings surroundings) {
        Settings.Model usual = Settings.Model.of(alias);
        Reading<Optional<String>> model = read(usual.name().kind(), overrides, MODEL, surroundings);
        Reading<Optional<Double>> temperature =
                read(usual.temperature().kind().optional(), overrides, TEMPERATURE, surroundings);
        Reading<Optional<Duration>> timeout =
                read(usual.timeout().kind().optional(), overrides, TIMEOUT, surroundings);
        if (model instanceof Reading.Good<Optional<String>>(var name)
                && temperature instanceof Reading.Good<Optional<Double>>(var degree)
                && timeout instanceof Reading.Good<Optional<Duration>>(var patience)) {
            return new Reading.Good<>(new ModelChoice(alias, name, degree, patience));
        }
        return new Reading.Bad<>(
                "has an override that llm." + alias + " could not have either", FIX);
    }

    private static <T> Reading<Optional<T>> read(
            Kind<Optional<T>> kind,
            Map<String, Given> overrides,
            String name,
            Surroundings surroundings) {
        Given given = overrides.get(name);
        return given == null
                ? new Reading.Good<>(Optional.empty())
                : kind.read(given, surroundings);
    }

    private static Map<String, Given> byName(List<Given.Field> fields) {
        Map<String, Given> byName = new LinkedHashMap<>();
        fields.forEach(field -> byName.put(field.name(), field.value()));
        return byName;
    }

    @Override
    public String shape() {
        return "alias, or {alias, overrides: {model, temperature, timeout_ms}}";
    }

    @Override
    public String yaml(ModelChoice value) {
        Map<String, String> overrides = new LinkedHashMap<>();
        value.model().ifPresent(model -> overrides.put(MODEL, YamlText.scalar(model)));
        value.temperature().ifPresent(degree -> overrides.put(TEMPERATURE, degree.toString()));
        value.timeout().ifPresent(time -> overrides.put(TIMEOUT, Long.toString(time.toMillis())));
        String alias = YamlText.scalar(value.alias());
        if (overrides.isEmpty()) {
            return alias;
        }
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put(ALIAS, alias);
        parts.put(OVERRIDES, YamlText.map(overrides));
        return YamlText.map(parts);
    }
}
