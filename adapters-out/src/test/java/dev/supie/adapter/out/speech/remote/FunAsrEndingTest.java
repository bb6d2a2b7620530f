package dev.supie.adapter.out.speech.remote;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// When a FunASR service has said everything, whichever version it is.
class FunAsrEndingTest {

    private static final Instant END = Instant.parse("2026-11-21T08:00:00Z");
    private static final Duration TICK = Duration.ofMillis(1);

    private final FunAsrEnding ending = new FunAsrEnding();

    private void reply(String mode, String rest, Instant at) {
        String json = "{\"mode\":\"" + mode + "\",\"text\":\"hi\"" + rest + "}";
        ending.heard(FunAsrReply.of(json).orElseThrow(), at);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void isFinalTellsTheEndByChangingWhicheverWayItIsMeant(boolean whileSpeaking) {
        reply("2pass-online", ",\"is_final\":" + whileSpeaking, END.minusSeconds(1));
        ending.asked(END);
        reply("2pass-offline", ",\"is_final\":" + whileSpeaking, END);
        assertFalse(ending.isOver(false, END), "an earlier sentence that comes late");
        reply("2pass-offline", ",\"is_final\":" + !whileSpeaking, END);
        assertTrue(ending.isOver(false, END));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void isFinalAloneTellsNothing(boolean flag) {
        ending.asked(END);
        reply("2pass-offline", ",\"is_final\":" + flag, END);
        assertFalse(ending.isOver(false, END));
        assertEquals(Optional.of(END.plus(FunAsrEnding.SENTENCE_WAIT)), ending.due(END));
    }

    @Test
    void aGuessThatComesLateIsNotTheEnd() {
        reply("2pass-online", ",\"is_final\":true", END.minusSeconds(1));
        ending.asked(END);
        reply("2pass-online", ",\"is_final\":false", END);
        assertFalse(ending.isOver(false, END));
    }

    @Test
    void isEndIsTheEnd() {
        ending.asked(END);
        reply("2pass-offline", ",\"is_end\":true", END);
        assertTrue(ending.isOver(true, END));
    }

    @Test
    void anotherSentenceIsWaitedFor() {
        ending.asked(END);
        reply("offline", "", END);
        Instant second = END.plus(FunAsrEnding.SENTENCE_WAIT).minus(TICK);
        assertFalse(ending.isOver(false, second));
        reply("offline", "", second);
        Instant last = second.plus(FunAsrEnding.SENTENCE_WAIT);
        assertFalse(ending.isOver(false, last.minus(TICK)));
        assertTrue(ending.isOver(false, last));
    }

    @Test
    void silenceIsTheEndOnlyOfOneThatIsThere() {
        ending.asked(END);
        Instant quiet = END.plus(FunAsrEnding.EMPTY_WAIT);
        assertFalse(ending.isOver(false, quiet), "it may hang");
        assertFalse(ending.isAlive());
        ending.alive();
        assertFalse(ending.isOver(false, quiet.minus(TICK)));
        assertTrue(ending.isOver(false, quiet));
    }

    @Test
    void aGuessIsWaitedForUntilItIsCorrected() {
        ending.asked(END);
        ending.alive();
        assertFalse(ending.isOver(true, END.plusSeconds(60)));
    }

    @Test
    void beforeTheEndNothingIsOver() {
        reply("2pass-offline", ",\"is_final\":true,\"is_end\":true", END);
        ending.alive();
        assertFalse(ending.isOver(false, END.plusSeconds(60)));
        assertEquals(Optional.empty(), ending.due(END));
    }
}
