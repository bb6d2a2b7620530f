package dev.supie.bootstrap.config;

import dev.supie.adapter.out.webhook.ExtraHeader;
import dev.supie.adapter.out.webhook.WebhookSettings;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;

/// Headers of a request: a map of names to values, which may be credentials, so nothing here quotes
/// them. A value may be a [Reference].
record HeadersKind() implements Kind<Map<String, Secret>> {

    private static final String WHAT = "value";
    private static final String FIX = "use for example {Authorization: '${WEBHOOK_TOKEN}'}";

    @Override
    public Reading<Map<String, Secret>> read(Given given, Surroundings surroundings) {
        Given map = given instanceof Given.Text(String text) ? YamlFile.parsed(text) : given;
        if (!(map instanceof Given.Fields(List<Given.Field> fields))) {
            return new Reading.Bad<>("is not a map of headers", FIX);
        }
        if (fields.size() > WebhookSettings.HEADERS_MAX) {
            return new Reading.Bad<>(
                    "has more than " + WebhookSettings.HEADERS_MAX + " headers", FIX);
        }
        Map<String, Secret> headers = new LinkedHashMap<>();
        TreeSet<String> names = new TreeSet<>();
        for (Given.Field field : fields) {
            switch (header(field, surroundings)) {
                case Reading.Good<Secret>(Secret value) -> headers.put(field.name(), value);
                case Reading.Adjusted<Secret>(Secret value, String _, String _) ->
                        headers.put(field.name(), value);
                case Reading.Bad<Secret>(String wrong, String fix) -> {
                    return new Reading.Bad<>(wrong, fix);
                }
            }
            if (!names.add(field.name().toLowerCase(Locale.ROOT))) {
                return new Reading.Bad<>("has the header " + field.name() + " twice", FIX);
            }
        }
        return new Reading.Good<>(headers);
    }

    private static Reading<Secret> header(Given.Field field, Surroundings surroundings) {
        if (!(field.value() instanceof Given.Text(String value))) {
            return new Reading.Bad<>("has a header whose value is not a text", FIX);
        }
        return Reference.resolved(
                value.strip(), WHAT, surroundings, (text, fix) -> checked(field.name(), text, fix));
    }

    private static Reading<Secret> checked(String name, String value, String fix) {
        if (value.equals(Secret.MASK)) {
            return new Reading.Bad<>("has the mask of a value, not the value", fix);
        }
        try {
            ExtraHeader header = new ExtraHeader(name, value);
            return new Reading.Good<>(new Secret(header.value()));
        } catch (IllegalArgumentException wrong) {
            return new Reading.Bad<>("cannot be sent: " + wrong.getMessage(), FIX);
        }
    }

    @Override
    public String shape() {
        return "map of names to values: themselves, ${NAME} or file:PATH";
    }

    @Override
    public String yaml(Map<String, Secret> headers) {
        Map<String, String> masked = new LinkedHashMap<>();
        headers.forEach((name, value) -> masked.put(name, YamlText.scalar(value.toString())));
        return YamlText.map(masked);
    }

    @Override
    public boolean secret() {
        return true;
    }
}
