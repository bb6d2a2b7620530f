package dev.supie.bootstrap.config;

import java.util.Map;

/// Reads a configuration from all its sources at once and finds everything that is wrong with it
/// (CFG-1, CFG-2, CFG-3).
///
/// Stateless and without side effects but for reading the file and the secrets it refers to, and
/// asking the management server if there is one, so it can also try a change while the old
/// configuration stays in force.
public final class ConfigReader {

    private final int processors;
    private final Management management;

    /// Without a management server, whatever `config.url` says.
    public ConfigReader(int processors) {
        this(processors, Management.NONE);
    }

    /// @param processors set the default of `meeting.workers`
    /// @param management what is behind `config.url`
    public ConfigReader(int processors, Management management) {
        this.processors = processors;
        this.management = management;
    }

    /// For a start: a management server that does not answer, or not as it should, is a warning
    /// where there is a last good copy, else a problem. Never throws for anything a user can write.
    public ConfigResult read(ConfigSources sources) {
        return managed(sources).start();
    }

    /// The same, but whatever is wrong behind `config.url` is a problem.
    public ConfigResult check(ConfigSources sources) {
        return managed(sources).again(Managed.NOTHING);
    }

    ManagedReader managed(ConfigSources sources) {
        return ManagedReader.of(this, management, sources);
    }

    /// With a document that is there already.
    ConfigResult read(SourcesRead here, Managed managed) {
        var findings = new Findings();
        Map<String, Entry> entries = Layers.entries(here, managed.document(), findings);
        return read(new Origins(here.sources(), managed), entries, KeyedValues.NONE, findings);
    }

    /// Of keys that need a restart the values are those that are `held`, whatever files that they
    /// refer to say now.
    ConfigResult read(Origins origins, Map<String, Entry> entries, KeyedValues held) {
        return read(origins, entries, held, new Findings());
    }

    private ConfigResult read(
            Origins origins, Map<String, Entry> entries, KeyedValues held, Findings findings) {
        var values = new Values(entries, held, origins.sources().surroundings(), findings);
        SupieConfig config = new Sections(values, processors).all();
        new CrossChecks(values).run(config);
        return findings.problems().isEmpty()
                ? new ConfigResult.Loaded(
                        config,
                        findings.warnings(),
                        new EffectiveValues(values.effective()),
                        new Rereading(this, origins, values.keyed()))
                : new ConfigResult.Invalid(findings.problemsByLine());
    }

    /// Has the document kept for a start at which the management server does not answer.
    void keep(SupieConfig config, Managed managed) {
        managed.document()
                .filter(document -> !document.copy())
                .ifPresent(document -> management.keep(config.data().directory(), document));
    }

    /// Where a configuration has come from.
    record Origins(ConfigSources sources, Managed managed) {}
}
