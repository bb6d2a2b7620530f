package dev.supie.adapter.in.badge.codec;

import java.util.Locale;

/// How an enumeration is spelled on the wire.
final class Words {

    private Words() {}

    static String of(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
