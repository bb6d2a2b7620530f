package dev.supie.bootstrap.config;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/// A value that must never be seen (CFG-2): whoever needs it says so by calling [#reveal].
///
/// Its text form is `***`, so that a record holding one can be logged safely. It is equal to
/// another secret of the same value; comparing takes the same time wherever they differ.
public final class Secret {

    /// What is shown in place of every secret.
    static final String MASK = "***";

    private final String value;

    public Secret(String value) {
        this.value = value;
    }

    /// The value itself, for the one place that sends or compares it.
    public String reveal() {
        return value;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Secret secret
                && MessageDigest.isEqual(bytes(value), bytes(secret.value));
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public String toString() {
        return MASK;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
