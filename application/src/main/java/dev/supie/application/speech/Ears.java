package dev.supie.application.speech;

import dev.supie.domain.kernel.DeviceId;
import dev.supie.domain.kernel.SessionId;

/// Gives connections their hearing. Safe for use by many threads.
public interface Ears {

    /// An ear for one connection. It costs little until something is heard; whoever opened it
    /// closes it.
    Ear open(DeviceId device, SessionId session, EarListener listener);
}
