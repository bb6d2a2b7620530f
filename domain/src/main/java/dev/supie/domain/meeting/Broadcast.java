package dev.supie.domain.meeting;

import dev.supie.domain.kernel.DeviceId;

import java.util.Set;
import java.util.function.Function;

/// Who is shown a meeting without taking part in it (MTG-10): nobody, unless whoever runs the
/// server wants it.
///
/// @param includesOrigin whether the badge that started a meeting gets what the others are shown
///   too, besides what it hears of its meeting anyway
public record Broadcast(Circle circle, boolean includesOrigin) {

    public static final Broadcast NONE = new Broadcast(new Circle.Nobody(), false);

    /// Badges that may see meetings of others.
    public sealed interface Circle {

        record Nobody() implements Circle {}

        /// Those in one group with the badge that started the meeting (WF-2).
        record Group() implements Circle {}

        /// These, whoever started it.
        record Listed(Set<DeviceId> devices) implements Circle {
            public Listed {
                devices = Set.copyOf(devices);
            }
        }
    }

    public boolean isOff() {
        return circle instanceof Circle.Nobody;
    }

    /// Whether a badge is shown this meeting. Whoever has ever joined it is not: a guest hears of
    /// it as a guest, and one that has left wants to hear no more.
    ///
    /// @param groupOf the group of a badge; two badges are in one if it is equal
    public boolean reaches(DeviceId badge, Meeting meeting, Function<DeviceId, ?> groupOf) {
        DeviceId origin = meeting.origin().device();
        if (badge.equals(origin)) {
            return includesOrigin && !isOff();
        }
        if (meeting.company().guest(badge).isPresent()) {
            return false;
        }
        return switch (circle) {
            case Circle.Nobody _ -> false;
            case Circle.Group _ -> groupOf.apply(badge).equals(groupOf.apply(origin));
            case Circle.Listed(Set<DeviceId> devices) -> devices.contains(badge);
        };
    }
}
