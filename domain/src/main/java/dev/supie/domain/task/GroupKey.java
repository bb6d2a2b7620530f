package dev.supie.domain.task;

import dev.supie.domain.kernel.DeviceId;

import java.util.Locale;
import java.util.Optional;

/// A group of badges that share a board (WF-2), in the one form that two spellings have in common:
/// trimmed, lower-case, without `:` at its end.
public record GroupKey(String value) {

    public static final int LENGTH_MAX = 128;

    /// A badge without a configured group belongs to the group of this many first characters.
    static final int DEVICE_CHARS = 8;

    public GroupKey {
        if (!PlainText.isName(value, LENGTH_MAX) || !value.equals(normalised(value))) {
            throw new IllegalArgumentException("not a normalised group key");
        }
    }

    /// The key in raw text; empty if there is none.
    public static Optional<GroupKey> of(String raw) {
        return PlainText.name(raw, LENGTH_MAX)
                .map(GroupKey::normalised)
                .filter(key -> PlainText.isName(key, LENGTH_MAX))
                .map(GroupKey::new);
    }

    /// The group of a badge for which none is configured.
    public static GroupKey ofDevice(DeviceId device) {
        String id = device.value();
        return of(id.substring(0, id.offsetByCodePoints(0, shown(id)))).orElseGet(() -> whole(id));
    }

    private static int shown(String id) {
        return Math.min(DEVICE_CHARS, id.codePointCount(0, id.length()));
    }

    /// For an id that begins with nothing but colons and spaces.
    private static GroupKey whole(String id) {
        return of(id).orElseGet(() -> new GroupKey("group"));
    }

    private static String normalised(String text) {
        String key = text.toLowerCase(Locale.ROOT);
        while (key.endsWith(":")) {
            key = key.substring(0, key.length() - 1).stripTrailing();
        }
        return key;
    }

    @Override
    public String toString() {
        return value;
    }
}
