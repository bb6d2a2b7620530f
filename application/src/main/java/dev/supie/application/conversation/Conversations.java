package dev.supie.application.conversation;

import dev.supie.domain.kernel.DeviceId;
import dev.supie.domain.kernel.SessionId;

/// Gives connections somebody who talks with their wearers. Safe for use by many threads.
public interface Conversations {

    /// A conversation of one connection. It costs little until something is said; whoever opened it
    /// closes it.
    Talk open(DeviceId device, SessionId session, TalkListener listener);
}
