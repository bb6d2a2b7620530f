package dev.supie.application.speech;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.supie.application.fake.ToySpeech;
import dev.supie.application.fixture.Bench;
import dev.supie.application.speech.port.RecognitionEvent.Code;
import dev.supie.domain.kernel.SessionId;
import dev.supie.domain.listening.ListenMode;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.Map;

/// OBS-1: what is counted of what badges say.
final class SpeechTallyTest {

    private static final String WORDS = "good-morning-to-everybody";

    private final Bench bench = new Bench();

    private SessionId connected() {
        bench.start();
        return bench.connect("aa:01");
    }

    private void say(SessionId badge) {
        bench.listen(badge, ListenMode.MANUAL);
        bench.speak(badge, WORDS);
        bench.stopListening(badge);
    }

    @Test
    void aTextIsCountedForWhoRecognizedIt() {
        SessionId badge = connected();
        say(badge);

        assertEquals(Map.of("first", 1L), bench.tally.count().texts());
        assertEquals(Map.of("first", Duration.ZERO), bench.tally.count().answering());
        assertEquals(Map.of(), bench.tally.count().failures());
    }

    @Test
    void aFailureIsCountedAlsoIfTheNextOneHasTheText() {
        bench.recognizing(bench.recognizer, bench.second);
        SessionId badge = connected();
        bench.recognizer.failNextAtTheEnd(Code.BUSY);
        say(badge);

        assertEquals(
                Map.of(new SpeechTally.Failure("first", Code.BUSY), 1L),
                bench.tally.count().failures());
        assertEquals(Map.of("second", 1L), bench.tally.count().texts());
    }

    @Test
    void whoeverSaysNothingInTimeHasFailed() {
        SessionId badge = connected();
        bench.recognizer.sayNothingNext();
        say(badge);
        bench.pass(Duration.ofMinutes(1));

        assertEquals(
                Map.of(new SpeechTally.Failure("first", Code.TIMEOUT), 1L),
                bench.tally.count().failures());
        assertEquals(Map.of(), bench.tally.count().texts());
    }

    @Test
    void damagedPacketsAreCountedOneByOne() {
        SessionId badge = connected();
        bench.listen(badge, ListenMode.MANUAL);
        for (int count = 0; count < 3; count++) {
            bench.connections().hear(badge, ToySpeech.damaged());
        }
        bench.threads.runAll();

        assertEquals(3, bench.tally.count().damaged());
    }

    @Test
    void packetsThatComeFasterThanTheyAreHeardAreCounted() {
        SessionId badge = connected();
        bench.listen(badge, ListenMode.MANUAL);
        for (int count = 0; count < Inbox.PACKETS_MAX + 2; count++) {
            bench.connections().hear(badge, ToySpeech.silence());
        }
        bench.threads.runAll();

        assertEquals(2, bench.tally.count().dropped());
    }
}
