package dev.supie.domain.coding.signal;

/// What one line says about how the build goes.
public sealed interface Signal {

    Tool tool();

    /// It is this tool that writes.
    record Announced(Tool tool) implements Signal {}

    /// Something is wrong. The same is often said several times, and more of it each time:
    /// [Findings] knows when it is the same.
    ///
    /// @param subject the name of what it is about: a test, a module, a symbol; empty if there is
    ///   none
    /// @param message in the words of the tool, at most [Subject#MESSAGE_MAX] characters; empty if
    ///   the line only adds to what was said of this place
    record Problem(Tool tool, ProblemKind kind, String subject, String message, Place place)
            implements Signal {

        Problem with(Place next) {
            return new Problem(tool, kind, subject, message, next);
        }

        Problem withSubject(String next) {
            return new Problem(tool, kind, next, message, place);
        }
    }

    /// More about the problem that this tool told of last, if it did not say so itself.
    ///
    /// @param subject empty if this is not about the subject
    record Detail(Tool tool, String subject, Place place) implements Signal {}

    /// How many tests were run, of a module or of all.
    record Totals(Tool tool, int passed, int failed) implements Signal {}

    /// How it ended.
    record Ended(Tool tool, Verdict verdict) implements Signal {}
}
