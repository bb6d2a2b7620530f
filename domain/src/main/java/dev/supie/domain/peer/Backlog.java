package dev.supie.domain.peer;

import dev.supie.domain.kernel.DeviceId;

import java.util.LinkedHashMap;
import java.util.SequencedMap;

/// What waited for a badge when it came, and how much of it has been written to it since (PEER-9).
public sealed interface Backlog {

    /// Some of it is still to be sent or written.
    ///
    /// @param upTo the place of its last message
    /// @param sent how many of it were sent on this connection
    /// @param written how many were written to the socket, by sender
    record Open(long upTo, int sent, SequencedMap<DeviceId, Integer> written) implements Backlog {

        public Open {
            written = new LinkedHashMap<>(written);
        }

        Open withSent(int more) {
            return new Open(upTo, sent + more, written);
        }

        Open withWritten(DeviceId sender) {
            SequencedMap<DeviceId, Integer> next = new LinkedHashMap<>(written);
            next.merge(sender, 1, Integer::sum);
            return new Open(upTo, sent, next);
        }

        int count() {
            return written.values().stream().mapToInt(Integer::intValue).sum();
        }
    }

    /// The badge has been told that it has all of it.
    record Over() implements Backlog {}

    /// Of what waited on this shelf.
    static Open of(Shelf shelf) {
        return new Open(shelf.lastRseq(), 0, new LinkedHashMap<>());
    }
}
