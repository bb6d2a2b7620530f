package dev.supie.bootstrap.config;

import java.util.Optional;

/// What is on this machine, with the file as it was at one moment: so whom it names, and what else
/// it says, are of the same file, although another server is asked in between.
///
/// @param file empty if there is none
record SourcesRead(ConfigSources sources, Optional<YamlFile.Content> file) {

    static SourcesRead now(ConfigSources sources) {
        return new SourcesRead(sources, sources.file().map(YamlFile::read));
    }
}
