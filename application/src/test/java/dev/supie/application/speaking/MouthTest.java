package dev.supie.application.speaking;

import static dev.supie.application.speaking.SpeakingBench.BADGE;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.supie.application.fake.RecordingBadgeLink.Sent;
import dev.supie.application.fake.ScriptedSynthesizer;
import dev.supie.application.speaking.SpeakingBench.Told;
import dev.supie.domain.connection.Mode;
import dev.supie.domain.kernel.SessionId;
import dev.supie.domain.speaking.Recital;
import dev.supie.domain.speaking.Sentences;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.Set;

/// What those who answer are promised (CHAT-1, LIS-7, T22, CON-4).
class MouthTest {

    private static final Duration LONG = Duration.ofMinutes(5);

    private final ScriptedSynthesizer voice = new ScriptedSynthesizer("voice");
    private final SpeakingBench bench = new SpeakingBench(voice);
    private final Mouth mouth = bench.mouths.open(BADGE);
    private final Told told = new Told();

    @Test
    void chat1AnAnswerIsShownAndSaidSentenceBySentence() {
        Answer answer = mouth.begin(told);
        answer.say("Good.");
        answer.say("Bye.");
        answer.finish();
        bench.pass(LONG);
        assertEquals("(start)(Good.)Good.(Bye.)Bye.(stop)", bench.sent());
        assertEquals(List.of("began", "spoken"), told.words());
        assertEquals(1, bench.encoders.opened(), "one encoder for an answer");
    }

    /// `working.disable_tts`
    @Test
    void whereBadgesAreNotSpokenToTheyAreShownWhatIsSaid() {
        SpeakingSettings usual = SpeakingSettings.DEFAULTS;
        bench.use(new SpeakingSettings(usual.headStart(), usual.within(), Set.of(Mode.WORKING)));

        say(mouth.begin(told, Mode.WORKING));
        assertEquals("(start)(Good.)(stop)", bench.sent());

        say(mouth.begin(told, Mode.CODING));
        assertEquals("(start)(Good.)(stop)(start)(Good.)Good.(stop)", bench.sent());
        assertEquals(List.of("began", "spoken", "began", "spoken"), told.words());
    }

    private void say(Answer answer) {
        answer.say("Good.");
        answer.finish();
        bench.pass(LONG);
    }

    @Test
    void nothingIsSentBeforeTheFirstSentence() {
        Answer answer = mouth.begin(told);
        bench.pass(LONG);
        answer.finish();
        bench.pass(LONG);
        assertEquals("", bench.sent());
        assertEquals(List.of("spoken"), told.words());
    }

    @Test
    void theFirstSoundIsThereBeforeTheSentenceIsWhole() {
        mouth.begin(told).say("abcdef");
        bench.writer.runAll();
        bench.time.advance(Duration.ofSeconds(1));
        voice.afterEachLetter(bench.writer::runAll);
        bench.synthesis.runAll();
        assertEquals("(start)(abcdef)ab", bench.sent(), "as much as may be ahead");
    }

    @Test
    void packetsSayWhereTheyBelong() {
        mouth.begin(told).say("abc");
        bench.pass(LONG);
        assertEquals(
                List.of(Duration.ZERO, Duration.ofMillis(60), Duration.ofMillis(120)),
                bench.link.allSentTo(BADGE).stream()
                        .filter(Sent.Audio.class::isInstance)
                        .map(sent -> ((Sent.Audio) sent).position())
                        .toList());
    }

    @Test
    void lis7NoSoundGoesOutOnceSilenceHasReturned() {
        Answer answer = mouth.begin(told);
        answer.say("a long sentence");
        bench.pass(Duration.ofMillis(300));
        String before = bench.sent();
        assertTrue(before.endsWith("a long"), before);
        mouth.silence();
        assertEquals(before + "(stop)", bench.sent(), "before anything else could happen");
        answer.say("more");
        answer.finish();
        bench.pass(LONG);
        assertEquals(before + "(stop)", bench.sent());
        assertEquals(List.of("began", "silenced"), told.words());
    }

    @Test
    void t22SilenceIsHarmlessWhenNothingIsSaid() {
        mouth.silence();
        Answer answer = mouth.begin(told);
        mouth.silence();
        answer.say("too late");
        bench.pass(LONG);
        assertEquals("", bench.sent());
        assertEquals(List.of("silenced"), told.words());
    }

    @Test
    void afterTheEndSilenceSaysNothing() {
        Answer answer = mouth.begin(told);
        answer.say("a");
        answer.finish();
        bench.pass(LONG);
        mouth.silence();
        bench.pass(LONG);
        assertEquals("(start)(a)a(stop)", bench.sent());
        assertEquals(List.of("began", "spoken"), told.words());
    }

    @Test
    void theNextAnswerSilencesTheOneBefore() {
        mouth.begin(told).say("first");
        bench.pass(Duration.ofMillis(100));
        Told second = new Told();
        Answer answer = mouth.begin(second);
        answer.say("second");
        answer.finish();
        bench.pass(LONG);
        assertEquals("(start)(first)fir(stop)(start)(second)second(stop)", bench.sent());
        assertEquals(List.of("began", "silenced"), told.words());
        assertEquals(List.of("began", "spoken"), second.words());
    }

    @Test
    void silenceGivesUpTheSoundThatIsBeingMade() {
        voice.afterEachLetter(mouth::silence);
        mouth.begin(told).say("abc");
        bench.pass(LONG);
        assertEquals(1, voice.cancelled());
        assertEquals("(start)(abc)(stop)", bench.sent());
    }

    @Test
    void soundThatWaitsForAThreadIsNotEvenBegun() {
        mouth.begin(told).say("abc");
        mouth.silence();
        bench.pass(LONG);
        assertEquals(0, bench.tally.count().spoken().size());
        assertEquals("(start)(abc)(stop)", bench.sent());
    }

    @Test
    void con4AfterTheEndOfTheConnectionNothingIsSaid() {
        Answer answer = mouth.begin(told);
        answer.say("abc");
        bench.pass(Duration.ofMillis(30));
        mouth.close();
        answer.say("more");
        bench.pass(LONG);
        Told late = new Told();
        mouth.begin(late).say("too late");
        mouth.close();
        bench.pass(LONG);
        assertEquals("(start)(abc)ab", bench.sent());
        assertEquals(List.of("began", "silenced"), told.words());
        assertEquals(List.of("silenced"), late.words());
        assertEquals(0, bench.time.alarms());
        assertEquals(0, bench.tally.count().speaking());
    }

    @Test
    void msg7ABadgeThatTakesNothingMoreIsGivenUp() {
        mouth.begin(told).say("abcdefgh");
        bench.pass(Duration.ofMillis(100));
        bench.link.disconnect(BADGE);
        bench.pass(LONG);
        assertEquals(List.of("began", "silenced"), told.words());
        assertEquals(0, bench.time.alarms());
    }

    @Test
    void aBadgeThatIsNotThereAtAllIsGivenUpAtOnce() {
        Mouth stranger = bench.mouths.open(new SessionId("nobody"));
        stranger.begin(told).say("abc");
        bench.pass(LONG);
        assertEquals(List.of("began", "silenced"), told.words());
    }

    @Test
    void t37ALongSentenceIsSaidInParts() {
        String half = "word ".repeat(40).strip() + ".";
        Answer answer = mouth.begin(told);
        answer.say(half + " " + half);
        answer.finish();
        bench.pass(LONG);
        assertEquals(List.of(half, half), voice.texts());
        assertTrue(half.length() <= Sentences.CHARS_MAX);
        assertEquals(List.of("began", "spoken"), told.words());
    }

    @Test
    void sentencesBeyondTheLimitAreLeftOut() {
        Answer answer = mouth.begin(told);
        for (int sentence = 0; sentence < Recital.SENTENCES_WAITING_MAX + 3; sentence++) {
            answer.say("n" + sentence);
        }
        answer.finish();
        assertEquals(2, bench.tally.count().leftOut(), "the first one is shown already");
        bench.pass(LONG);
        assertEquals(Recital.SENTENCES_WAITING_MAX + 1, voice.texts().size());
        assertEquals("n" + Recital.SENTENCES_WAITING_MAX, voice.texts().getLast());
        assertEquals(List.of("began", "spoken"), told.words());
    }

    @Test
    void nothingStaysOfAThousandAnswers() {
        for (int round = 0; round < 1_000; round++) {
            Answer answer = mouth.begin(new Told());
            answer.say("hello");
            bench.pass(Duration.ofMillis(round % 400));
            if (round % 3 == 0) {
                answer.finish();
                bench.pass(Duration.ofSeconds(1));
            }
        }
        mouth.close();
        bench.settle();
        assertEquals(0, bench.time.alarms());
        assertEquals(0, bench.tally.count().speaking());
    }
}
