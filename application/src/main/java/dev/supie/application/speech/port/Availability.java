package dev.supie.application.speech.port;

/// Whether an optional part of the server can be used (NET-4).
public sealed interface Availability {

    record Ready() implements Availability {}

    /// @param reason what is missing and what to do about it, in one line for people, without
    ///   secrets
    record Unavailable(String reason) implements Availability {}

    default boolean isReady() {
        return switch (this) {
            case Ready _ -> true;
            case Unavailable _ -> false;
        };
    }
}
