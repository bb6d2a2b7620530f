package dev.supie.application.coding;

import dev.supie.domain.coding.CodingCommand;
import dev.supie.domain.kernel.DeviceId;
import dev.supie.domain.kernel.SessionId;

/// The builds that badges tell about, and what they are told of them (COD-1 to COD-5).
///
/// Safe for use by many threads; no call waits for anything. A connection that tells of no build
/// costs its place among those who may be shown the builds of others.
public interface Codings {

    /// The connection is its badge's own from this moment on.
    void arrived(DeviceId device, SessionId session);

    /// Something of a build, in order with what this connection has told before.
    ///
    /// @param taken run once it is its turn, before anything is told of it; on some other thread
    /// @return false, and nothing is done, if too much waits already
    boolean tell(DeviceId device, SessionId session, CodingCommand.Told told, Runnable taken);

    /// Coding mode begins: nothing is there, and nothing of before is told any more (MODE-4).
    void reset(SessionId session);

    /// Coding mode ends, and with it the build; its summary follows (COD-4).
    void end(SessionId session);

    /// The connection has ended: nothing more is told, and no model works for it (CON-4). Repeating
    /// it is harmless; telling of a build after it is not.
    void left(DeviceId device, SessionId session);
}
