package dev.supie.application.meeting.port;

import dev.supie.domain.kernel.SessionId;

/// Is told while a badge's minutes are being written, so that it is not cut off as idle meanwhile
/// (CON-3). Calls return at once; sessions that are gone are harmless.
public interface FinalizingWatch {

    void finalizing(SessionId session);

    void finalized(SessionId session);
}
