package dev.supie.domain.enrolment;

import java.util.regex.Pattern;

/// What a badge with a serial number signs with the key in its chip: 32 random hexadecimal digits
/// (T06, T07).
public record Challenge(String value) {

    private static final Pattern FORM = Pattern.compile("[0-9a-f]{32}");

    public Challenge {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not a challenge");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
