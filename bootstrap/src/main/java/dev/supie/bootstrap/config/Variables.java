package dev.supie.bootstrap.config;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// CFG-2: environment variables as configuration. The name of a key in capitals, with `_` for every
/// dot and dash and `SUPIE_` in front: `server.http_port` is `SUPIE_SERVER_HTTP_PORT`.
///
/// An empty variable counts as not set, which is what container files mean by it. A variable that
/// fits no key is only a warning: platforms make up names like `SUPIE_PORT_8003_TCP` by themselves.
final class Variables {

    private static final String PREFIX = "SUPIE_";

    /// Variables that ./supie reads, and the health check of a container.
    private static final Set<String> OF_SCRIPTS =
            Set.of("SUPIE_JAVA_OPTS", "SUPIE_JDK_FOLDERS", "SUPIE_HEALTH", "SUPIE_HEALTH_PORT");

    private final Collection<String> parts;
    private final Intake intake;
    private final List<Warning> warnings;

    /// `parts` are what the file and the command line define, such as `llm.main`; a variable may
    /// set one of their keys, or define another alias in lower case.
    Variables(Collection<String> parts, Intake intake, List<Warning> warnings) {
        this.parts = parts;
        this.intake = intake;
        this.warnings = warnings;
    }

    void offerAll(Map<String, String> variables) {
        new TreeMap<>(variables)
                .forEach(
                        (name, value) -> {
                            boolean ours = name.startsWith(PREFIX) && !OF_SCRIPTS.contains(name);
                            if (ours && !value.isBlank()) {
                                offer(name, value);
                            }
                        });
    }

    private void offer(String name, String value) {
        var origin = new Origin.Variable(name);
        var given = new Given.Text(value);
        Optional<String> key = key(name);
        if (key.isPresent()) {
            intake.offer(key.get(), given, origin);
            return;
        }
        String guess = name.substring(PREFIX.length()).toLowerCase(Locale.ROOT);
        Optional<String> nearest =
                Nearest.to(guess, Catalogue.fixedKeys().stream().map(Variables::body).toList());
        String fix =
                nearest.map(body -> "did you mean " + PREFIX + body.toUpperCase(Locale.ROOT) + "?")
                        .orElse("it has no effect");
        warnings.add(new Warning(origin, "", "", "fits no key of Supie", fix));
    }

    private Optional<String> key(String name) {
        return Catalogue.fixedKeys().stream()
                .filter(key -> name.equals(variable(key)))
                .findFirst()
                .or(() -> keyUnderAlias(name));
    }

    private Optional<String> keyUnderAlias(String name) {
        return AliasSection.all().flatMap(section -> key(section, name).stream()).findFirst();
    }

    private Optional<String> key(AliasSection section, String name) {
        String start = variable(section.section() + ".");
        String template = section.part("a") + ".";
        for (Setting<?> setting : section.keys("a")) {
            String leaf = setting.key().substring(template.length());
            String end = "_" + leaf.toUpperCase(Locale.ROOT);
            if (name.startsWith(start)
                    && name.endsWith(end)
                    && name.length() > start.length() + end.length()) {
                String alias = name.substring(start.length(), name.length() - end.length());
                return Optional.of(part(section, alias) + "." + leaf);
            }
        }
        return Optional.empty();
    }

    private String part(AliasSection section, String inCapitals) {
        return parts.stream()
                .filter(part -> variable(part).equals(variable(section.part(inCapitals))))
                .findFirst()
                .orElseGet(() -> section.part(inCapitals.toLowerCase(Locale.ROOT)));
    }

    /// The name of the variable that sets a key.
    static String variable(String key) {
        return PREFIX + body(key).toUpperCase(Locale.ROOT);
    }

    private static String body(String key) {
        return key.replace('.', '_').replace('-', '_');
    }
}
