package dev.supie.adapter.in.badge;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.supie.adapter.in.websocket.MessageKind;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;
import java.util.List;

/// How fast and how much a badge may speak (MSG-2, MSG-3). In JSON `'` stands for `"`.
class BadgeLimitsTest {

    private static final String PONG = "{'type':'pong'}";

    private final ConnectionRig rig = ConnectionRig.opened(BinaryFraming.BARE);

    @Test
    void msg3TenErrorsASecondThenSilenceThenAgain() {
        for (int i = 0; i < 50; i++) {
            rig.say("{");
        }
        assertEquals(10, rig.said().size());
        rig.time.advance(Duration.ofMillis(999));
        rig.say("{");
        assertEquals(0, rig.said().size());
        rig.time.advance(Duration.ofMillis(1));
        rig.say("{");
        assertEquals(1, rig.said().size());
    }

    @Test
    void msg3SilenceAboutErrorsDoesNotSilenceAnythingElse() {
        for (int i = 0; i < 50; i++) {
            rig.say("{");
        }
        rig.said();
        rig.say("{'type':'ping'}");
        rig.say("{'type':'hello'}");
        assertEquals(2, rig.said().size());
    }

    @Test
    void msg2AHundredMessagesAtOnceAreHeardAndTheRestIsDropped() {
        for (int i = 0; i < 300; i++) {
            rig.say("{'type':'ping'}");
        }
        List<String> answers = rig.said();
        assertEquals(100, answers.stream().filter(PONG::equals).count());
        assertEquals(
                List.of(
                        "{'type':'error','code':'RATE_LIMITED','message':"
                                + "'more than 50 text messages a second','retryAfterMs':20}"),
                answers.stream().filter(answer -> !answer.equals(PONG)).toList());
    }

    @Test
    void msg2FiftyMessagesASecondAreHeardForEver() {
        for (int i = 0; i < 1_000; i++) {
            rig.say("{'type':'ping'}");
            rig.time.advance(Duration.ofMillis(20));
        }
        assertEquals(1_000, rig.said().stream().filter(PONG::equals).count());
    }

    @Test
    void msg2TheNoticeOfDropsIsSentOnceASecond() {
        for (int second = 0; second < 3; second++) {
            for (int i = 0; i < 300; i++) {
                rig.say("{'type':'ping'}");
                rig.badge.onBinary(new byte[1]);
            }
            long notices =
                    rig.said().stream().filter(text -> text.contains("RATE_LIMITED")).count();
            assertEquals(1, notices, "second " + second);
            rig.time.advance(Duration.ofSeconds(1));
        }
    }

    @Test
    void msg2AHundredAudioPacketsASecondAreHeard() {
        for (int i = 0; i < 101; i++) {
            rig.badge.onBinary(new byte[3]);
        }
        assertEquals(
                List.of(
                        "{'type':'error','code':'RATE_LIMITED','message':"
                                + "'more than 100 audio packets a second','retryAfterMs':10}"),
                rig.said());
    }

    @Test
    void msg2AudioDoesNotUseUpWhatTextMaySay() {
        for (int i = 0; i < 1_000; i++) {
            rig.badge.onBinary(new byte[3]);
        }
        rig.said();
        rig.say("{'type':'ping'}");
        assertEquals(List.of(PONG), rig.said());
    }

    @ParameterizedTest
    @CsvSource({"TEXT, 65536, text", "BINARY, 16384, binary"})
    void msg2TooLargeIsSaidBeforeTheLayerCloses(MessageKind kind, int bytesMax, String word) {
        rig.badge.onTooLarge(kind, bytesMax);
        assertEquals(
                List.of(
                        "{'type':'error','code':'MESSAGE_TOO_LARGE','message':'a "
                                + word
                                + " message may have at most "
                                + bytesMax
                                + " bytes'}"),
                rig.said());
    }

    @Test
    void msg2JsonThatIsNestedTooDeepIsSaidAndClosed() {
        rig.say("{'type':'ping','x':" + "[".repeat(32) + "]".repeat(32) + "}");
        assertEquals(
                List.of(
                        "{'type':'error','code':'MESSAGE_TOO_LARGE','message':"
                                + "'JSON may be nested at most 32 deep'}"),
                rig.said());
        assertEquals(List.of("close 1009 message too large"), rig.socket.controls());
    }
}
