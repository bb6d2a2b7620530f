package dev.supie.application.coding;

import dev.supie.domain.kernel.SessionId;

/// Gives connections somebody who watches their builds. Safe for use by many threads.
public interface Codings {

    /// A watch for one connection. It costs little until something is told; whoever opened it
    /// closes it.
    BuildWatch open(SessionId session, BuildListener listener);
}
