package dev.supie.bootstrap.config;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Reads a configuration from all its sources at once and finds everything that is wrong with it
/// (CFG-1, CFG-2).
///
/// Stateless and without side effects but for reading the file and the secrets it refers to, so it
/// can also try a changed file while the old configuration stays in force.
public final class ConfigReader {

    private final int processors;

    /// The number of processors sets the default of `meeting.workers`.
    public ConfigReader(int processors) {
        this.processors = processors;
    }

    /// Never throws for anything a user can write.
    public ConfigResult read(ConfigSources sources) {
        var findings = new Findings();
        return read(sources, entries(sources, findings), KeyedValues.NONE, findings);
    }

    /// Of keys that need a restart the values are those that are `held`, whatever files that they
    /// refer to say now.
    ConfigResult read(ConfigSources sources, Map<String, Entry> entries, KeyedValues held) {
        return read(sources, entries, held, new Findings());
    }

    private ConfigResult read(
            ConfigSources sources,
            Map<String, Entry> entries,
            KeyedValues held,
            Findings findings) {
        var surroundings = new Surroundings(sources.variables(), folder(sources.file()));
        var values = new Values(entries, held, surroundings, findings);
        SupieConfig config = new Sections(values, processors).all();
        new CrossChecks(values).run(config);
        return findings.problems().isEmpty()
                ? new ConfigResult.Loaded(
                        config,
                        findings.warnings(),
                        new EffectiveValues(values.effective()),
                        new Rereading(this, sources, values.keyed()))
                : new ConfigResult.Invalid(findings.problemsByLine());
    }

    private static Map<String, Entry> entries(ConfigSources sources, Findings findings) {
        var file = new Intake(findings);
        sources.file().ifPresent(path -> offerFile(path, file, findings));
        var assigned = new Intake(findings);
        for (Assignment assignment : sources.assignments()) {
            Given given =
                    assignment.value().isBlank()
                            ? new Given.Nothing()
                            : new Given.Text(assignment.value());
            assigned.offer(assignment.key(), given, new Origin.Option(assignment.option()));
        }
        var variables = new Intake(findings);
        new Variables(parts(file, assigned), variables, findings.warnings())
                .offerAll(sources.variables());

        Map<String, Entry> entries = new LinkedHashMap<>(file.entries());
        entries.putAll(variables.entries());
        entries.putAll(assigned.entries());
        return entries;
    }

    private static void offerFile(Path path, Intake intake, Findings findings) {
        String name = path.toString();
        switch (YamlFile.read(path)) {
            case YamlFile.Content.Parsed(Given.Fields(List<Given.Field> fields)) ->
                    intake.offerAll("", fields, new Origin.File(name, 0));
            case YamlFile.Content.Parsed(Given.Nothing()) -> {}
            case YamlFile.Content.Parsed _ ->
                    findings.problems()
                            .add(
                                    new Problem(
                                            new Origin.File(name, 1),
                                            "",
                                            "",
                                            "is not a map of keys to values",
                                            "write lines such as server: and, below it, port: 8004"));
            case YamlFile.Content.Unreadable(int line, String wrong, String fix) ->
                    findings.problems()
                            .add(new Problem(new Origin.File(name, line), "", "", wrong, fix));
        }
    }

    /// What keys under an alias begin with, such as `llm.main`.
    private static Set<String> parts(Intake file, Intake assigned) {
        Set<String> parts = new LinkedHashSet<>();
        for (Intake intake : List.of(file, assigned)) {
            for (String key : intake.entries().keySet()) {
                AliasSection.all()
                        .flatMap(section -> section.aliasOfKey(key).map(section::part).stream())
                        .forEach(parts::add);
            }
        }
        return parts;
    }

    private static Path folder(Optional<Path> file) {
        return file.map(Path::getParent).orElse(Path.of(""));
    }
}
