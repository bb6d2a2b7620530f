package dev.supie.domain.enrolment;

import java.util.regex.Pattern;

/// What an approval gives a badge: a token that is its own. The token itself is not kept; the seed
/// leads back to it for whoever has the server's key, and the fingerprint recognises it.
///
/// @param seed 32 random hexadecimal digits, new with each approval, so that a token that was
///   withdrawn never comes back
public record Grant(String seed, Fingerprint token) {

    private static final Pattern FORM = Pattern.compile("[0-9a-f]{32}");

    public Grant {
        if (!FORM.matcher(seed).matches()) {
            throw new IllegalArgumentException("not a seed");
        }
    }

    @Override
    public String toString() {
        return "Grant[***]";
    }
}
