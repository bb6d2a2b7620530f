package dev.supie.bootstrap.config;

import java.util.Optional;

/// What is on this machine, with the file as it was at one moment, so the server it names and the
/// rest of it come from one reading.
///
/// @param file empty if there is none
record SourcesRead(ConfigSources sources, Optional<YamlFile.Content> file) {

    static SourcesRead now(ConfigSources sources) {
        return new SourcesRead(sources, sources.file().map(YamlFile::read));
    }
}
