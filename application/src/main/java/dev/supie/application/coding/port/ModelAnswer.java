package dev.supie.application.coding.port;

import dev.supie.domain.coding.Advice;

/// What comes of a question to a [BuildAdviser].
public sealed interface ModelAnswer {

    /// @param provider who says so, such as the name of the model
    record Given(String provider, Advice advice) implements ModelAnswer {}

    /// @param reason short, for people, without secrets
    record Failed(String reason) implements ModelAnswer {}
}
