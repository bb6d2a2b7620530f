package dev.supie.domain.coding;

import dev.supie.domain.kernel.DeviceId;
import dev.supie.domain.kernel.IdText;

import java.util.Optional;

/// What a developer's machine is called that tells of builds beside a badge: `<badge>:pipe`, or
/// `<badge>:pipe-<name>` if there are several. So it takes no place of the badge's (DUP-1), and who
/// may connect as the one is decided apart from who may connect as the other (AUTH-2).
public final class PipeName {

    private static final String MARK = ":pipe";

    private PipeName() {}

    /// The badge that the builds of this sender are for; empty if the sender is a badge itself.
    public static Optional<DeviceId> badgeOf(DeviceId sender) {
        String id = sender.value();
        int mark = id.lastIndexOf(MARK);
        if (mark < 1) {
            return Optional.empty();
        }
        String name = id.substring(mark + MARK.length());
        return name.isEmpty() || name.startsWith("-")
                ? device(id.substring(0, mark))
                : Optional.empty();
    }

    /// What a pipe is called.
    ///
    /// @param name tells it from the other pipes of the badge; empty for its only one
    /// @return empty if that is too long for an id, or has characters that no id may have
    public static Optional<DeviceId> of(DeviceId badge, String name) {
        return device(badge.value() + MARK + (name.isEmpty() ? "" : "-" + name))
                .filter(pipe -> badgeOf(pipe).filter(badge::equals).isPresent());
    }

    private static Optional<DeviceId> device(String id) {
        return IdText.normalise(id) instanceof IdText.Usable(String value) && value.equals(id)
                ? Optional.of(new DeviceId(value))
                : Optional.empty();
    }
}
