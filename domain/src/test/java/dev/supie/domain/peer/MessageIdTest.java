package dev.supie.domain.peer;

import static dev.supie.domain.peer.PeerExamples.START;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.supie.domain.kernel.Seeded;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Instant;

/// PEER-5: ids are unique and in the order of time.
class MessageIdTest {

    @Test
    void anIdBeginsWithItsMillisecond() {
        MessageId id = MessageId.first(START, -1);

        assertEquals("%012x".formatted(START.toEpochMilli()) + "0000ffffffffffffffff", id.value());
    }

    @Test
    void theNextIsGreaterWhateverTheClockDoes() {
        Seeded random = new Seeded(5);
        MessageId last = MessageId.first(START, 0);
        Instant now = START;
        for (int i = 0; i < 100_000; i++) {
            now = now.plusMillis(random.below(3) - 1L);
            MessageId next = last.next(now, random.below(1000) - 500L);
            assertTrue(next.compareTo(last) > 0);
            last = next;
        }
    }

    @Test
    void aMillisecondThatIsUsedUpLendsFromTheNext() {
        MessageId last = MessageId.first(START, 0);
        for (int i = 0; i < 0x10000; i++) {
            last = last.next(START, 0);
        }
        assertEquals(MessageId.first(START.plusMillis(1), 0), last);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "0",
                "0123456789abcdef0123456789abcdeg",
                "0123456789ABCDEF0123456789abcdef"
            })
    void whatIsNoIdIsABug(String text) {
        assertThrows(IllegalArgumentException.class, () -> new MessageId(text));
    }
}
