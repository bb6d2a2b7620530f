package dev.supie.application.meeting;

import dev.supie.domain.meeting.JoinCode;
import dev.supie.domain.meeting.MeetingId;
import dev.supie.domain.meeting.Origin;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// The codes that are good right now, each for one meeting. Safe for use by many threads.
///
/// At most [#OPEN_MAX] meetings have one at a time: with many more, digits typed at random would
/// soon be somebody's code. A meeting beyond that gets none.
final class JoinCodes {

    /// One in a hundred codes.
    static final int OPEN_MAX = JoinCode.COUNT / 100;

    private final Supplier<JoinCode> chance;
    private final Map<JoinCode, Origin> meetings = new HashMap<>();
    private final Map<MeetingId, JoinCode> codes = new HashMap<>();

    /// @param chance draws evenly from all codes, and not to be guessed
    JoinCodes(Supplier<JoinCode> chance) {
        this.chance = chance;
    }

    /// The code of this meeting, or a fresh one that no other meeting has; empty if there are too
    /// many already.
    synchronized Optional<JoinCode> reserve(Origin meeting) {
        JoinCode known = codes.get(meeting.id());
        if (known != null) {
            return Optional.of(known);
        }
        if (codes.size() >= OPEN_MAX) {
            return Optional.empty();
        }
        JoinCode fresh = chance.get();
        while (meetings.containsKey(fresh)) {
            // At least 99 of 100 are free, so this is over at once.
            fresh = chance.get();
        }
        note(meeting, fresh);
        return Optional.of(fresh);
    }

    /// The meeting has this code; it was stored by an earlier process.
    synchronized void note(Origin meeting, JoinCode code) {
        meetings.put(code, meeting);
        codes.put(meeting.id(), code);
    }

    /// Nobody joins this meeting any more.
    synchronized void release(MeetingId meeting) {
        JoinCode code = codes.remove(meeting);
        if (code != null) {
            meetings.remove(code);
        }
    }

    synchronized Optional<Origin> find(JoinCode code) {
        return Optional.ofNullable(meetings.get(code));
    }

    /// Meetings that have a code.
    synchronized int open() {
        return codes.size();
    }
}
