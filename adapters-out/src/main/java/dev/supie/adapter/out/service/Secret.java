package dev.supie.adapter.out.service;

import java.util.regex.Pattern;

/// An API key that cannot be printed by accident: its [#toString] is `***`.
public final class Secret {

    /// For a service that asks for no key, such as one on the same machine.
    public static final Secret NONE = new Secret("");

    public static final int CHARS_MAX = 4096;

    // Checked here because the HTTP client refuses other characters with the value in its message.
    private static final Pattern HEADER_SAFE = Pattern.compile("[\\x21-\\x7e]+");

    private final String value;

    private Secret(String value) {
        this.value = value;
    }

    /// A key without the white space that copying tends to add; a blank one is [#NONE].
    ///
    /// @throws IllegalArgumentException if it cannot be sent in a header; the key is not in the
    ///   text
    public static Secret of(String key) {
        String value = key.strip();
        if (value.isEmpty()) {
            return NONE;
        }
        if (value.length() > CHARS_MAX || !HEADER_SAFE.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "api_key must be at most " + CHARS_MAX + " visible ASCII characters");
        }
        return new Secret(value);
    }

    public boolean isPresent() {
        return !value.isEmpty();
    }

    /// What a request's header `Authorization` says; for the places that write it to the wire.
    public String bearer() {
        return "Bearer " + value;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Secret secret && value.equals(secret.value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public String toString() {
        return "***";
    }
}
