package dev.supie.bootstrap.config;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/// What this machine alone says of the management server (CFG-3): its own file, environment and
/// command line.
///
/// @param address empty without `config.url`, or if one of the keys is wrong, which whoever reads
///   all of the configuration says
/// @param folder where what is kept of the document is
/// @param origin of `config.url`
record LocalChoice(Optional<ManagementAddress> address, Path folder, Origin origin) {

    static LocalChoice of(SourcesRead here) {
        Map<String, Entry> entries = Layers.entries(here, Optional.empty(), new Findings());
        var findings = new Findings();
        var values = new Values(entries, KeyedValues.NONE, here.sources().surroundings(), findings);
        ManagementConfig management = ManagementSettings.taken(values);
        Path folder = values.take(Settings.DATA_DIR);
        Optional<ManagementAddress> address =
                management
                        .url()
                        .filter(_ -> findings.problems().isEmpty())
                        .map(url -> new ManagementAddress(url, management.secret()));
        return new LocalChoice(address, folder, values.origin(ManagementSettings.URL));
    }

    /// Something wrong with what is there.
    Problem problem(String wrong, String fix) {
        return new Problem(origin, ManagementSettings.URL.key(), shownUrl(), wrong, fix);
    }

    Warning warning(String wrong, String fix) {
        return new Warning(origin, ManagementSettings.URL.key(), shownUrl(), wrong, fix);
    }

    private String shownUrl() {
        return address.map(known -> known.url().toString()).orElse("");
    }
}
