package dev.supie.domain.meeting;

import java.util.Optional;

/// Whether there is a code: one that a meeting is open to, or one that a badge comes with.
public sealed interface Invitation {

    record None() implements Invitation {}

    record ByCode(JoinCode code) implements Invitation {}

    static Invitation of(Optional<JoinCode> code) {
        return code.<Invitation>map(ByCode::new).orElseGet(None::new);
    }

    /// The code as something that may be missing.
    default Optional<JoinCode> asCode() {
        return switch (this) {
            case None _ -> Optional.empty();
            case ByCode(JoinCode code) -> Optional.of(code);
        };
    }
}
