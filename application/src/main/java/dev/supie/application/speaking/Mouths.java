package dev.supie.application.speaking;

import dev.supie.domain.kernel.SessionId;

/// Gives connections their voice. Safe for use by many threads.
public interface Mouths {

    /// A mouth for one connection. It costs little until something is said; whoever opened it
    /// closes it.
    Mouth open(SessionId session);
}
