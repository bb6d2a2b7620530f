package dev.supie.application.access.port;

/// On whose word a badge was let in.
///
/// @param means the check that accepted, for instance `jwt`
/// @param name what the check knows it by; our own text or normalised, so fit for a log
public record Principal(String means, String name) {

    /// Authentication is off (AUTH-1).
    public static final Principal ANYBODY = new Principal("open", "anybody");

    @Override
    public String toString() {
        return means + ":" + name;
    }
}
