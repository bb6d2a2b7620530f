package dev.supie.application.archive;

import dev.supie.application.archive.port.MeetingDisposal.Outcome;
import dev.supie.domain.meeting.MeetingId;

/// Takes meetings out of the archive for good: one that somebody names, and the oldest ones when
/// there is no room for them (MTG-11). Safe for use by many threads.
public interface MeetingRemovals {

    /// Removes a finalized meeting with its transcript, even if its minutes still wait for the
    /// badge: whoever removes a meeting does not want it to be sent.
    ///
    /// Nobody finds it any more when this returns; its rows are given back soon after. May throw
    /// [dev.supie.application.meeting.port.StoreException].
    Outcome remove(MeetingId id);

    /// Begins to look for meetings beyond the retention. Once, at the start.
    void keepTidy();

    /// Looks no more, because the process is ending; what is half done the next one goes on with.
    /// Returns at once, and may be repeated.
    void end();
}
