package dev.supie.adapter.out.service;

import java.net.URI;
import java.util.Locale;
import java.util.Set;

/// What the configuration may say about a service elsewhere, whatever it is for. A message names
/// the key and what it must be.
public final class ServiceChecks {

    /// Of an alias or a model's name.
    public static final int NAME_CHARS_MAX = 200;

    private ServiceChecks() {}

    /// A `base_url` without the slashes at its end.
    ///
    /// @param schemes in lower case
    /// @param operation what is appended to it, and so must not stand there already
    /// @throws IllegalArgumentException if it is none, or says what belongs elsewhere
    public static URI baseUrl(URI url, Set<String> schemes, String operation) {
        String scheme = url.getScheme() == null ? "" : url.getScheme().toLowerCase(Locale.ROOT);
        if (!schemes.contains(scheme) || url.getHost() == null) {
            throw new IllegalArgumentException(
                    "base_url must start with "
                            + String.join(":// or ", schemes.stream().sorted().toList())
                            + ":// and name a host");
        }
        if (url.getRawUserInfo() != null
                || url.getRawQuery() != null
                || url.getFragment() != null) {
            throw new IllegalArgumentException(
                    "base_url must have no user, query or fragment; the key belongs in api_key");
        }
        String text = url.toString().replaceAll("/+$", "");
        if (text.endsWith(operation)) {
            throw new IllegalArgumentException("base_url must end before " + operation);
        }
        return URI.create(text);
    }

    /// A name without the blanks round it.
    ///
    /// @throws IllegalArgumentException if it is empty, too long or more than a line
    public static String name(String key, String value) {
        String name = value.strip();
        if (name.isEmpty()
                || name.length() > NAME_CHARS_MAX
                || name.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException(
                    key + " must be 1 to " + NAME_CHARS_MAX + " characters on one line");
        }
        return name;
    }
}
