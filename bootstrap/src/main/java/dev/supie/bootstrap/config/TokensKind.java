package dev.supie.bootstrap.config;

import dev.supie.domain.kernel.DeviceId;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The static tokens of AUTH-2: a list of maps with `token`, `name` and, if it is not for all,
/// `devices`. The tokens themselves are secrets, so nothing here quotes them.
record TokensKind() implements Kind<List<TokenConfig>> {

    /// A presented token is compared with all of them.
    static final int TOKENS_MAX = 1000;

    /// Shorter ones can be guessed.
    static final int TOKEN_CHARS_MIN = 16;

    private static final String FIX =
            "use for example [{token: '${BADGE_TOKEN}', name: office,"
                    + " devices: ['aa:bb:cc:dd:ee:ff']}]";
    private static final Set<String> FIELDS = Set.of("token", "name", "devices");
    private static final Kind<String> NAME = Texts.any("use a word for the log");

    @Override
    public Reading<List<TokenConfig>> read(Given given, Surroundings surroundings) {
        Given list = given instanceof Given.Text(String text) ? YamlFile.parsed(text) : given;
        if (!(list instanceof Given.Items(List<Given> items))) {
            return new Reading.Bad<>("is not a list of tokens", FIX);
        }
        if (items.size() > TOKENS_MAX) {
            return new Reading.Bad<>("has more than " + TOKENS_MAX + " tokens", FIX);
        }
        List<TokenConfig> tokens = new ArrayList<>();
        for (Given item : items) {
            switch (token(item, tokens.size() + 1, surroundings)) {
                case Reading.Good<TokenConfig>(TokenConfig token) -> tokens.add(token);
                case Reading.Adjusted<TokenConfig>(TokenConfig token, String _, String _) ->
                        tokens.add(token);
                case Reading.Bad<TokenConfig>(String wrong, String fix) -> {
                    return new Reading.Bad<>("entry " + (tokens.size() + 1) + " " + wrong, fix);
                }
            }
        }
        return new Reading.Good<>(List.copyOf(tokens));
    }

    @Override
    public String shape() {
        return "list of up to " + TOKENS_MAX + " {token, name, devices}";
    }

    @Override
    public String yaml(List<TokenConfig> tokens) {
        return "[" + String.join(", ", tokens.stream().map(TokensKind::written).toList()) + "]";
    }

    @Override
    public boolean secret() {
        return true;
    }

    private static String written(TokenConfig token) {
        return "{token: \""
                + token.token()
                + "\", name: "
                + YamlText.scalar(token.name())
                + ", devices: "
                + YamlText.list(token.devices().stream().map(DeviceId::value).toList())
                + "}";
    }

    private static Reading<TokenConfig> token(Given given, int number, Surroundings surroundings) {
        if (!(given instanceof Given.Fields(List<Given.Field> fields))) {
            return new Reading.Bad<>("is not a map", FIX);
        }
        Map<String, Given> values = new HashMap<>();
        fields.forEach(field -> values.put(field.name(), field.value()));
        if (values.size() < fields.size() || !FIELDS.containsAll(new HashSet<>(values.keySet()))) {
            return new Reading.Bad<>("has something other than token, name and devices", FIX);
        }
        Given devices = values.getOrDefault("devices", new Given.Items(List.of()));
        Given name = values.getOrDefault("name", new Given.Text("token-" + number));
        Given token = values.getOrDefault("token", new Given.Nothing());
        return read(token, name, devices, surroundings);
    }

    private static Reading<TokenConfig> read(
            Given token, Given name, Given devices, Surroundings surroundings) {
        Reading<Secret> secret = new SecretKind().read(token, surroundings);
        if (!(secret instanceof Reading.Good<Secret>(Secret value))) {
            return new Reading.Bad<>("has no usable token", FIX);
        }
        if (!isPresentable(value.reveal())) {
            return new Reading.Bad<>(
                    "has a token that is shorter than "
                            + TOKEN_CHARS_MIN
                            + " characters or not visible ASCII",
                    "make one with: openssl rand -hex 32");
        }
        if (!(NAME.read(name, surroundings) instanceof Reading.Good<String>(String word))) {
            return new Reading.Bad<>("has a name that is not one line of text", FIX);
        }
        return DeviceIdKind.LIST.read(devices, surroundings)
                        instanceof Reading.Good<List<DeviceId>>(List<DeviceId> ids)
                ? new Reading.Good<>(new TokenConfig(value, word, ids))
                : new Reading.Bad<>("has devices that are no list of device ids", FIX);
    }

    private static boolean isPresentable(String token) {
        return token.length() >= TOKEN_CHARS_MIN && token.chars().allMatch(c -> c > ' ' && c < 127);
    }
}
