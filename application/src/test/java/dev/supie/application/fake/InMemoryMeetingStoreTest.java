package dev.supie.application.fake;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.supie.application.archive.port.MeetingDisposal;
import dev.supie.application.contract.MeetingContentContract;
import dev.supie.application.contract.MeetingDisposalContract;
import dev.supie.application.contract.MeetingGuestsContract;
import dev.supie.application.contract.MeetingListsContract;
import dev.supie.application.contract.MeetingStoreContract;
import dev.supie.application.meeting.port.MeetingArchive;
import dev.supie.application.meeting.port.MeetingStep;
import dev.supie.application.meeting.port.MeetingStore;
import dev.supie.application.meeting.port.StaleMeetingException;
import dev.supie.application.meeting.port.StoreException;
import dev.supie.domain.kernel.DeviceId;
import dev.supie.domain.meeting.MeetingHead;
import dev.supie.domain.meeting.MeetingId;
import dev.supie.domain.meeting.Notes;
import dev.supie.domain.meeting.Quality;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

class InMemoryMeetingStoreTest {

    private final InMemoryMeetingStore memory = new InMemoryMeetingStore();

    @Nested
    class Steps extends MeetingStoreContract {
        @Override
        protected MeetingStore store() {
            return memory;
        }

        @Override
        protected MeetingArchive archive() {
            return memory;
        }
    }

    @Nested
    class Content extends MeetingContentContract {
        @Override
        protected MeetingStore store() {
            return memory;
        }

        @Override
        protected MeetingArchive archive() {
            return memory;
        }
    }

    @Nested
    class Removal extends MeetingDisposalContract {
        @Override
        protected MeetingStore store() {
            return memory;
        }

        @Override
        protected MeetingArchive archive() {
            return memory;
        }

        @Override
        protected MeetingDisposal disposal() {
            return memory;
        }
    }

    @Nested
    class Guests extends MeetingGuestsContract {
        @Override
        protected MeetingStore store() {
            return memory;
        }

        @Override
        protected MeetingArchive archive() {
            return memory;
        }

        @Override
        protected MeetingDisposal disposal() {
            return memory;
        }
    }

    @Nested
    class Lists extends MeetingListsContract {
        @Override
        protected MeetingStore store() {
            return memory;
        }

        @Override
        protected MeetingArchive archive() {
            return memory;
        }
    }

    @Test
    void aSaveThatFailsBeforeWritingWritesNothingAndTheNextOneWorks() {
        memory.failNextSaveBefore();
        assertThrows(StoreException.class, () -> memory.save(firstStep()));
        assertEquals(Optional.empty(), memory.load(new MeetingId("m1")));
        assertDoesNotThrow(() -> memory.save(firstStep()));
    }

    @Test
    void aSaveThatFailsAfterWritingHasWritten() {
        memory.failNextSaveAfter();
        assertThrows(StoreException.class, () -> memory.save(firstStep()));
        assertEquals(1, memory.load(new MeetingId("m1")).orElseThrow().version());
        assertThrows(StaleMeetingException.class, () -> memory.save(firstStep()));
    }

    private static MeetingStep firstStep() {
        Instant start = Instant.parse("2026-03-01T09:00:00Z");
        MeetingHead head =
                new MeetingHead(
                        new MeetingId("m1"),
                        new DeviceId("badge-1"),
                        start,
                        new MeetingHead.Phase.Recording(),
                        start,
                        start,
                        0,
                        0,
                        0,
                        0,
                        Notes.EMPTY,
                        new Quality.Full());
        return new MeetingStep(head, 0, List.of(), List.of());
    }
}
