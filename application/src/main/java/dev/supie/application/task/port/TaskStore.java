package dev.supie.application.task.port;

import dev.supie.application.meeting.port.StoreException;
import dev.supie.domain.task.Board;
import dev.supie.domain.task.GroupKey;

import java.util.List;

/// Where boards live. Whatever a call has returned for survives a kill of the process (CON-6).
///
/// Everything comes back as it was given; times are kept to the millisecond, rounded down. Safe for
/// use by many threads and many processes. Every method may throw [StoreException]; after that the
/// outcome of a write is unknown, and the caller must load the board again before it goes on.
public interface TaskStore {

    /// Boards that are stored at most. Whoever creates them asks [#count] before; a few more may
    /// come to be if several do at the same moment.
    int BOARDS_MAX = 10_000;

    /// The board of a group as it is now, as of one moment; [Board#empty] if it was never stored.
    Board load(GroupKey group);

    /// Stores the steps of some boards, one for each: all of them or nothing, synced before it
    /// returns.
    ///
    /// @throws StaleBoardException if the stored version of one of them is not the expected one;
    ///   nothing is written
    void save(List<BoardStep> steps);

    /// How many boards were ever stored.
    long count();
}
