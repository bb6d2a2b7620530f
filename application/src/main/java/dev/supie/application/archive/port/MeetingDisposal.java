package dev.supie.application.archive.port;

import dev.supie.domain.kernel.DeviceId;
import dev.supie.domain.meeting.MeetingId;

import java.util.List;

/// Takes meetings out of the archive for good (MTG-11), in two steps: [#dispose] makes a meeting
/// disappear for everybody at once, [#clear] gives its rows back piece by piece, so that a meeting
/// of a whole day does not keep the others from writing. Each call is one short transaction, and
/// what it has returned for survives a kill of the process.
///
/// Safe for use by many threads. Every method may throw
/// [dev.supie.application.meeting.port.StoreException]; repeating a call is then harmless.
public interface MeetingDisposal {

    /// Takes a meeting that is finalized out of the archive: from now on nobody finds it. Whatever
    /// is still written to it meets a stale version.
    Outcome dispose(MeetingId id);

    /// Meetings for which there is no room in the archive, in any order, at most `limit` of them.
    ///
    /// There is room for the `kept` that started last, in whatever phase. Of the older ones those
    /// stay that are not finalized, and the last `kept` whose minutes have not been delivered.
    List<MeetingId> surplus(int kept, int limit);

    /// Gives back at most `rowsMax` rows of meetings that were disposed of.
    ///
    /// @return rows that were given back; 0 if there is nothing left to do
    int clear(int rowsMax);

    /// What became of a meeting.
    sealed interface Outcome {

        /// It is out of the archive.
        ///
        /// @param delivered whether its minutes had reached the badge
        record Gone(DeviceId device, boolean delivered) implements Outcome {}

        /// It still takes snippets, or its minutes are being written; nothing was done.
        record Unfinished() implements Outcome {}

        /// There is no such meeting, or none any more.
        record Unknown() implements Outcome {}
    }
}
