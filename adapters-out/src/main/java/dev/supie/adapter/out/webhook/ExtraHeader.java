package dev.supie.adapter.out.webhook;

import java.util.regex.Pattern;

/// A header that the operator adds to every post (`meeting.webhook.headers`). Its value may be a
/// credential and is never shown.
public record ExtraHeader(String name, String value) {

    public static final int NAME_CHARS_MAX = 64;
    public static final int VALUE_CHARS_MAX = 4096;

    /// A token of RFC 9110.
    private static final Pattern NAME =
            Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]{1," + NAME_CHARS_MAX + "}");

    /// One line of ASCII: a line break would begin a header of its own.
    private static final Pattern VALUE =
            Pattern.compile("[\\x20-\\x7e]{0," + VALUE_CHARS_MAX + "}");

    /// @throws IllegalArgumentException if it cannot be sent, or is one of ours; the value is not
    ///   in the message
    public ExtraHeader {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("a header's name is not one HTTP knows");
        }
        if (WebhookHeaders.isReserved(name)) {
            throw new IllegalArgumentException("the header " + name + " is set by the server");
        }
        if (!VALUE.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "the value of the header " + name + " is not one line of ASCII");
        }
    }

    @Override
    public String toString() {
        return name + ": ***";
    }
}
