package dev.supie.domain.meeting;

import dev.supie.domain.kernel.DeviceId;

import java.util.Optional;

/// Which badge of a meeting something comes from, or goes to.
public sealed interface Who {

    /// The badge that started the meeting.
    record Owner() implements Who {}

    /// A badge that has joined it.
    record Visitor(DeviceId device) implements Who {}

    static Who of(Optional<DeviceId> guest) {
        return guest.<Who>map(Visitor::new).orElseGet(Owner::new);
    }

    /// Empty for the badge that started the meeting.
    default Optional<DeviceId> guest() {
        return switch (this) {
            case Owner _ -> Optional.empty();
            case Visitor visitor -> Optional.of(visitor.device());
        };
    }
}
