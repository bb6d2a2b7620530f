package dev.supie.bootstrap.config;

/// One reason why a configuration is refused, with all that is needed to repair it (CFG-1).
///
/// `value` is already masked where it is a secret or looks like one; it is empty if the problem is
/// not about one value.
public record Problem(Origin origin, String key, String value, String wrong, String fix) {

    /// One line: origin, key, value, what is wrong, and the fix.
    public String text() {
        return Findings.text(origin, key, value, wrong, fix);
    }
}
