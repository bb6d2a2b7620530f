package dev.supie.bootstrap.config;

import java.util.List;

/// What reading a configuration comes to.
public sealed interface ConfigResult {

    /// A configuration to run with; each warning is worth one log line.
    ///
    /// @param again reads it again, to find out what has changed (CFG-3)
    record Loaded(
            SupieConfig config,
            List<Warning> warnings,
            EffectiveValues effectiveValues,
            Rereading again)
            implements ConfigResult {
        public Loaded {
            warnings = List.copyOf(warnings);
        }
    }

    /// Everything that is wrong, at once (CFG-1); never empty.
    ///
    /// @param passing whether all of it is that a management server hands nothing out now, so that
    ///   the same may be right later
    record Invalid(List<Problem> problems, boolean passing) implements ConfigResult {
        public Invalid {
            problems = List.copyOf(problems);
        }

        /// What somebody has to repair.
        public Invalid(List<Problem> problems) {
            this(problems, false);
        }
    }
}
