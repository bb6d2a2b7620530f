package dev.supie.domain.connection;

/// How second connections of a badge are treated (DUP-2).
///
/// @param policy `server.duplicate_policy`
/// @param authenticated whether a newcomer has proven that it is the badge; a takeover by somebody
///   who has not is worth a warning
public record DuplicateSettings(DuplicatePolicy policy, boolean authenticated) {

    public static final DuplicateSettings DEFAULTS =
            new DuplicateSettings(DuplicatePolicy.TAKEOVER, false);
}
