package dev.supie.bootstrap.config;

import java.util.List;

/// What reading a configuration again comes to (CFG-3).
public sealed interface Reread {

    /// A configuration to go on with.
    ///
    /// @param next what is in force from now on: of keys that need a restart the values are still
    ///   those of before, so that none of them acts by half
    /// @param changed the keys whose values are others than those in force
    /// @param needRestart those of them that need a restart
    record Usable(ConfigResult.Loaded next, List<String> changed, List<String> needRestart)
            implements Reread {
        public Usable {
            changed = List.copyOf(changed);
            needRestart = List.copyOf(needRestart);
        }
    }

    /// Everything that is wrong, at once (CFG-1); never empty.
    record Invalid(List<Problem> problems) implements Reread {
        public Invalid {
            problems = List.copyOf(problems);
        }
    }
}
