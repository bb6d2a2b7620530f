package dev.supie.application.meeting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.supie.domain.kernel.DeviceId;
import dev.supie.domain.meeting.JoinCode;
import dev.supie.domain.meeting.MeetingId;
import dev.supie.domain.meeting.Origin;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

class JoinCodesTest {

    private static final JoinCode ONE = JoinCode.of(1);
    private static final JoinCode TWO = JoinCode.of(2);

    @Test
    void noTwoMeetingsHaveOneCode() {
        JoinCodes codes = drawing(ONE, ONE, ONE, TWO);

        assertEquals(Optional.of(ONE), codes.reserve(meeting(1)));
        assertEquals(Optional.of(TWO), codes.reserve(meeting(2)));
        assertEquals(Optional.of(meeting(1)), codes.find(ONE));
        assertEquals(Optional.of(meeting(2)), codes.find(TWO));
    }

    @Test
    void aMeetingKeepsItsCode() {
        JoinCodes codes = drawing(ONE, TWO);

        assertEquals(codes.reserve(meeting(1)), codes.reserve(meeting(1)));
    }

    @Test
    void aCodeEndsWithItsMeetingAndMayBeDrawnAgain() {
        JoinCodes codes = drawing(ONE, ONE);
        codes.reserve(meeting(1));

        codes.release(meeting(1).id());

        assertEquals(Optional.empty(), codes.find(ONE));
        assertEquals(Optional.of(ONE), codes.reserve(meeting(2)));
        assertEquals(1, codes.open());
    }

    @Test
    void whatAnEarlierProcessGaveOutIsTaken() {
        JoinCodes codes = drawing(ONE, TWO);
        codes.note(meeting(1), ONE);

        assertNotEquals(Optional.of(ONE), codes.reserve(meeting(2)));
        assertEquals(Optional.of(ONE), codes.reserve(meeting(1)));
    }

    @Test
    void thereAreNeverSoManyThatGuessingPays() {
        Iterator<Integer> numbers = IntStream.range(0, JoinCode.COUNT).iterator();
        JoinCodes codes = new JoinCodes(() -> JoinCode.of(numbers.next()));
        for (int i = 0; i < JoinCodes.OPEN_MAX; i++) {
            codes.reserve(meeting(i));
        }

        assertEquals(Optional.empty(), codes.reserve(meeting(JoinCodes.OPEN_MAX)));
        codes.release(meeting(7).id());
        assertEquals(JoinCodes.OPEN_MAX - 1, codes.open());
        assertNotEquals(Optional.empty(), codes.reserve(meeting(JoinCodes.OPEN_MAX)));
    }

    private static JoinCodes drawing(JoinCode... inThisOrder) {
        return new JoinCodes(List.of(inThisOrder).iterator()::next);
    }

    private static Origin meeting(int number) {
        return new Origin(
                new MeetingId("meeting-" + number), new DeviceId("badge-" + number), Instant.EPOCH);
    }
}
