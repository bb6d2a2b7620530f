package dev.supie.bootstrap.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Everything of this machine that a configuration is read from. A later one wins: the defaults,
/// the file, environment variables, assignments in their order (CFG-2).
public record ConfigSources(
        Optional<Path> file, Map<String, String> variables, List<Assignment> assignments) {

    public ConfigSources {
        variables = Map.copyOf(variables);
        assignments = List.copyOf(assignments);
    }

    /// What references are resolved against.
    Surroundings surroundings() {
        return new Surroundings(variables, file.map(Path::getParent).orElse(Path.of("")));
    }
}
