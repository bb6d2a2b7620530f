package dev.supie.domain.task;

import dev.supie.domain.kernel.DeviceId;

import java.util.Locale;
import java.util.Optional;

/// Whose task it is (WF-6): of a badge `alias|device-id`, or just its id if it has no alias. People
/// may also name somebody in their own words.
public record Owner(String value) {

    /// Room for an alias and the longest id.
    public static final int LENGTH_MAX = 256;

    /// Longer aliases would leave no room for the id.
    public static final int ALIAS_LENGTH_MAX = 64;

    private static final String SEPARATOR = "|";

    public Owner {
        if (!PlainText.isName(value, LENGTH_MAX)) {
            throw new IllegalArgumentException("not an owner");
        }
    }

    /// The owner in raw text; empty if there is none.
    public static Optional<Owner> of(String raw) {
        return PlainText.name(raw, LENGTH_MAX).map(Owner::new);
    }

    /// A badge as an owner.
    ///
    /// @param alias what its wearer is called; empty if it has none
    public static Owner of(DeviceId device, String alias) {
        return new Owner(alias.isEmpty() ? device.value() : alias + SEPARATOR + device.value());
    }

    /// Whether this is that badge, under whatever alias.
    public boolean isDevice(DeviceId device) {
        String text = value.toLowerCase(Locale.ROOT);
        return text.equals(device.value()) || text.endsWith(SEPARATOR + device.value());
    }

    /// Whether somebody who says this means the owner: by the whole of it, or by the alias or the
    /// id alone. Upper and lower case are the same.
    public boolean isCalled(String name) {
        String text = value.toLowerCase(Locale.ROOT);
        String said = name.strip().toLowerCase(Locale.ROOT);
        return text.equals(said)
                || text.startsWith(said + SEPARATOR)
                || text.endsWith(SEPARATOR + said);
    }

    @Override
    public String toString() {
        return value;
    }
}
