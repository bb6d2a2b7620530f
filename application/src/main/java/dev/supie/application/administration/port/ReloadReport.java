package dev.supie.application.administration.port;

import java.util.List;

/// What reading the configuration again has come to (CFG-3).
public sealed interface ReloadReport {

    /// It is in force.
    ///
    /// @param changed the keys with other values than before
    /// @param needRestart those of them that act from the next start on only
    record Applied(List<String> changed, List<String> needRestart) implements ReloadReport {
        public Applied {
            changed = List.copyOf(changed);
            needRestart = List.copyOf(needRestart);
        }
    }

    /// The old one stays in force.
    ///
    /// @param problems everything that is wrong, each with its place; never empty
    record Refused(List<String> problems) implements ReloadReport {
        public Refused {
            problems = List.copyOf(problems);
        }
    }
}
