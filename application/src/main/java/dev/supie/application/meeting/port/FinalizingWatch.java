package dev.supie.application.meeting.port;

import dev.supie.domain.kernel.SessionId;
import dev.supie.domain.meeting.MeetingId;

/// Is told while a badge's minutes are being written, so that it is not cut off as idle meanwhile
/// (CON-3). A badge may have several at once: the next meeting can end before the minutes of the
/// last one are written. Calls return at once and may be repeated; sessions that are gone are
/// harmless.
public interface FinalizingWatch {

    void finalizing(SessionId session, MeetingId meeting);

    void finalized(SessionId session, MeetingId meeting);
}
