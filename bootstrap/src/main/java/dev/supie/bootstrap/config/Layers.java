package dev.supie.bootstrap.config;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Lays what all sources give over each other, key by key. A later one wins: the file, the document
/// of a management server, environment variables, assignments (CFG-2, CFG-3).
final class Layers {

    private static final String NO_MAP = "is not a map of keys to values";
    private static final String NO_MAP_FIX =
            "write lines such as server: and, below it, port: 8004";

    private final Findings findings;

    private Layers(Findings findings) {
        this.findings = findings;
    }

    /// What is given for each key; what is wrong with keys is noted.
    static Map<String, Entry> entries(
            SourcesRead here, Optional<ManagedDocument> document, Findings findings) {
        return new Layers(findings).entries(here, document);
    }

    private Map<String, Entry> entries(SourcesRead here, Optional<ManagedDocument> document) {
        ConfigSources sources = here.sources();
        var file = new Intake(findings);
        sources.file()
                .ifPresent(path -> here.file().ifPresent(read -> offerFile(path, read, file)));
        var managed = new Intake(findings);
        document.ifPresent(each -> offerDocument(each, managed));
        var assigned = new Intake(findings);
        sources.assignments().forEach(assignment -> offer(assignment, assigned));
        var variables = new Intake(findings);
        new Variables(parts(List.of(file, managed, assigned)), variables, findings.warnings())
                .offerAll(sources.variables());

        Map<String, Entry> entries = new LinkedHashMap<>(file.entries());
        entries.putAll(managed.entries());
        entries.putAll(variables.entries());
        entries.putAll(assigned.entries());
        return entries;
    }

    private void offerFile(Path path, YamlFile.Content content, Intake intake) {
        offer(content, new Origin.File(path.toString(), 0), intake);
    }

    private void offerDocument(ManagedDocument document, Intake intake) {
        var origin = new Origin.Managed(document.url().toString(), document.copy(), 0);
        offer(YamlFile.content(document.text()), origin, intake);
    }

    private void offer(YamlFile.Content content, Origin origin, Intake intake) {
        switch (content) {
            case YamlFile.Content.Parsed(Given.Fields(List<Given.Field> fields)) ->
                    intake.offerAll("", fields, origin);
            case YamlFile.Content.Parsed(Given.Nothing()) -> {}
            case YamlFile.Content.Parsed _ -> refuse(origin.atLine(1), NO_MAP, NO_MAP_FIX);
            case YamlFile.Content.Unreadable(int line, String wrong, String fix) ->
                    refuse(origin.atLine(line), wrong, fix);
        }
    }

    private void refuse(Origin origin, String wrong, String fix) {
        findings.problems().add(new Problem(origin, "", "", wrong, fix));
    }

    private static void offer(Assignment assignment, Intake intake) {
        Given given =
                assignment.value().isBlank()
                        ? new Given.Nothing()
                        : new Given.Text(assignment.value());
        intake.offer(assignment.key(), given, new Origin.Option(assignment.option()));
    }

    /// What keys under an alias begin with, such as `llm.main`.
    private static Set<String> parts(List<Intake> intakes) {
        Set<String> parts = new LinkedHashSet<>();
        for (Intake intake : intakes) {
            for (String key : intake.entries().keySet()) {
                AliasSection.all()
                        .flatMap(section -> section.aliasOfKey(key).map(section::part).stream())
                        .forEach(parts::add);
            }
        }
        return parts;
    }
}
