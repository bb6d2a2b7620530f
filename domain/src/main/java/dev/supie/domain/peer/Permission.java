package dev.supie.domain.peer;

/// Whether a message may go to a target, and why (PEER-2).
public sealed interface Permission {

    /// @param because which entry of the rule it was, for whoever asks
    record Allowed(Rule rule, String because) implements Permission {}

    /// No rule allows it.
    ///
    /// @param because what was looked at, for whoever asks
    record Refused(String because) implements Permission {}

    default boolean isAllowed() {
        return switch (this) {
            case Allowed _ -> true;
            case Refused _ -> false;
        };
    }
}
