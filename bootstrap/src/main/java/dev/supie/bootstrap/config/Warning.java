package dev.supie.bootstrap.config;

/// Something in an accepted configuration that does not act as written: a clamped number, an old
/// name, a setting without effect. `value` is masked as in a [Problem].
public record Warning(Origin origin, String key, String value, String wrong, String fix) {

    /// What is wrong with something that is not in force.
    static Warning of(Problem problem) {
        return new Warning(
                problem.origin(), problem.key(), problem.value(), problem.wrong(), problem.fix());
    }

    /// One line: origin, key, value, what is odd, and what happens instead.
    public String text() {
        return Findings.text(origin, key, value, wrong, fix);
    }
}
