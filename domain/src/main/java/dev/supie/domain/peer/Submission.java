package dev.supie.domain.peer;

import java.time.Duration;
import java.util.Set;

/// A peer message in good shape (PEER-1), on which nobody has decided yet.
///
/// @param text 1 to 2000 characters
/// @param hint what the sender says it is, if it does
/// @param locale empty if it is not known
/// @param lifetime how long it may wait for a target
public record Submission(
        Mid mid, Targets targets, String text, Hint hint, String locale, Duration lifetime) {

    /// The sender's own word on the category; nothing that is found out later changes it.
    public sealed interface Hint {

        /// It did not say.
        record None() implements Hint {}

        record Given(Category category) implements Hint {}
    }

    /// Whether a repeat of the same [Mid] is the same message (PEER-7). The order of the targets
    /// does not matter.
    public boolean isRepeatedBy(Submission other) {
        return text.equals(other.text)
                && hint.equals(other.hint)
                && locale.equals(other.locale)
                && lifetime.equals(other.lifetime)
                && sameTargets(other.targets);
    }

    private boolean sameTargets(Targets others) {
        return switch (targets) {
            case Targets.Everybody _ -> others instanceof Targets.Everybody;
            case Targets.Named(var devices) ->
                    others instanceof Targets.Named(var named)
                            && Set.copyOf(devices).equals(Set.copyOf(named));
        };
    }
}
