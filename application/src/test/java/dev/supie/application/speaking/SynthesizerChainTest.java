package dev.supie.application.speaking;

import static dev.supie.application.speaking.SpeakingBench.BADGE;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.supie.application.fake.ScriptedSynthesizer;
import dev.supie.application.runtime.Workers;
import dev.supie.application.speaking.SpeakingBench.Told;
import dev.supie.application.speaking.SpeakingTally.Failure;
import dev.supie.application.speaking.port.DownlinkFormat;
import dev.supie.application.speaking.port.SynthesisResult;
import dev.supie.domain.kernel.SessionId;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Who says a sentence, and what becomes of it if somebody cannot (`tts.chain`, NET-4).
class SynthesizerChainTest {

    private static final Duration LONG = Duration.ofMinutes(5);

    private final ScriptedSynthesizer first = new ScriptedSynthesizer("first");
    private final ScriptedSynthesizer second = new ScriptedSynthesizer("second").knowing("zh");
    private final SpeakingBench bench = new SpeakingBench(first, second);
    private final Told told = new Told();

    private void answer(SpeakingBench at, String... sentences) {
        Answer answer = at.mouths.open(BADGE).begin(told);
        for (String sentence : sentences) {
            answer.say(sentence);
        }
        answer.finish();
        at.pass(LONG);
    }

    @Test
    void theFirstOneIsAsked() {
        answer(bench, "one", "two");
        assertEquals(List.of("one", "two"), first.texts());
        assertEquals(List.of(), second.texts());
        assertEquals(Map.of("first", 2L), bench.tally.count().spoken());
    }

    @Test
    void anotherStandsInForOneThatFails() {
        first.failNextAfter(0, SynthesisResult.Code.BUSY);
        answer(bench, "one", "two");
        assertEquals("(start)(one)one(two)two(stop)", bench.sent());
        assertEquals(Map.of("first", 1L, "second", 1L), bench.tally.count().spoken());
        assertEquals(
                Map.of(new Failure("first", SynthesisResult.Code.BUSY), 1L),
                bench.tally.count().failures());
    }

    @Test
    void anotherStandsInForALanguageItDoesNotKnow() {
        answer(bench, "会议");
        assertEquals(List.of("会议"), second.texts());
        assertEquals("zh", second.requests().getFirst().language().code());
    }

    @Test
    void anotherStandsInForOneThatBreaks() {
        first.breakNext();
        answer(bench, "one");
        assertEquals("(start)(one)one(stop)", bench.sent());
    }

    @Test
    void whatHasBegunIsNotSaidAgainByAnother() {
        first.failNextAfter(2, SynthesisResult.Code.BROKEN);
        answer(bench, "one", "two");
        assertEquals("(start)(one)on(two)two(stop)", bench.sent());
        assertEquals(List.of(), second.texts());
    }

    @Test
    void aSentenceThatNobodyCanSayIsShown() {
        first.failNextAfter(0, SynthesisResult.Code.TIMEOUT);
        second.failNextAfter(0, SynthesisResult.Code.TIMEOUT);
        answer(bench, "one", "two");
        assertEquals("(start)(one)(two)two(stop)", bench.sent());
        assertEquals(1, bench.tally.count().silent());
        assertEquals(List.of("began", "spoken"), told.words());
    }

    @Test
    void chat1WithoutAnySynthesizerItIsTheSameWithoutSound() {
        SpeakingBench textOnly = new SpeakingBench();
        answer(textOnly, "one", "two");
        assertEquals("(start)(one)(two)(stop)", textOnly.sent());
        assertEquals(List.of("began", "spoken"), told.words());
        assertEquals(0, textOnly.time.alarms());
    }

    @Test
    void chat1IfAllAreMissingItIsTheSameWithoutSound() {
        SpeakingBench mute = new SpeakingBench(first.missing("not installed"));
        answer(mute, "one", "two");
        assertEquals("(start)(one)(two)(stop)", mute.sent());
        assertEquals(List.of("began", "spoken"), told.words());
    }

    @Test
    void whatCannotBeSaidIsNotAskedFor() {
        answer(bench, "🎉", "**Done**");
        assertEquals("(start)(🎉)(**Done**)Done(stop)", bench.sent());
        assertEquals(List.of("Done"), first.texts());
    }

    @Test
    void theLastPacketIsFilledUpWithSilenceAndNoSoundIsEndless() {
        List<byte[]> packets = new ArrayList<>();
        PacketCutter cutter = new PacketCutter(bench.encoders::open, packets::add);
        assertFalse(cutter.hasBegun());
        cutter.take(
                new short[DownlinkFormat.PACKET_SAMPLES + 1], DownlinkFormat.PACKET_SAMPLES + 1);
        assertEquals(1, packets.size());
        cutter.finish();
        cutter.finish();
        assertEquals(2, packets.size());
        short[] second = new short[DownlinkFormat.SAMPLE_RATE];
        for (int seconds = 0; seconds < 200; seconds++) {
            cutter.take(second, second.length);
        }
        cutter.finish();
        assertEquals(PacketCutter.SOUND_MAX.toMillis() / 60, packets.size());
    }

    @Test
    void whatWaitsTooLongInLineIsShownOnly() {
        int most = 2 + Workers.WAITING_MAX;
        List<Told> all = new ArrayList<>();
        for (int badge = 0; badge <= most; badge++) {
            var session = new SessionId("s-" + badge);
            bench.link.connect(session);
            all.add(new Told());
            Answer answer = bench.mouths.open(session).begin(all.getLast());
            answer.say("x");
            answer.finish();
        }
        assertEquals(1, bench.tally.count().silent());
        bench.threads.runAll();
        assertEquals(List.of("began", "spoken"), all.getLast().words(), "without sound at once");
        bench.pass(LONG);
        assertEquals(most, bench.tally.count().spoken().get("first"));
    }
}
