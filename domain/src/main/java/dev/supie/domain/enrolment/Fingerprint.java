package dev.supie.domain.enrolment;

import java.util.regex.Pattern;

/// What is kept of a secret in its place: its SHA-256 in 64 lower-case hexadecimal digits. Right
/// for secrets that nobody can guess, such as 256 random bits; not for passwords.
public record Fingerprint(String value) {

    private static final Pattern FORM = Pattern.compile("[0-9a-f]{64}");

    public Fingerprint {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not a fingerprint");
        }
    }

    @Override
    public String toString() {
        return value.substring(0, 8) + "…";
    }
}
