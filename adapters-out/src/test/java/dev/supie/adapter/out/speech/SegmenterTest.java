package dev.supie.adapter.out.speech;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.supie.application.speech.port.PcmFrame;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

class SegmenterTest {

    private static final SileroModel MODEL = SileroModel.load();
    private static final Recording YOUNG_MAN = Voices.own("austen-0880.wav");

    private final Segmenter segmenter = new Segmenter(new SileroEar(MODEL));
    private final List<Segment> segments = new ArrayList<>();

    @Test
    void silenceHasNoSegments() {
        hear(PcmFrame.silence(Duration.ofSeconds(30)));
        finish();
        assertEquals(List.of(), segments);
    }

    @Test
    void aSentenceIsOneSegmentThatEndsWithTheUtterance() {
        hear(YOUNG_MAN.sound());
        assertEquals(List.of(), segments);
        assertTrue(segmenter.growing().isPresent());
        finish();
        assertEquals(1, segments.size());
    }

    @Test
    void halfASecondOfSilenceEndsASegment() {
        hear(YOUNG_MAN.sound());
        hear(PcmFrame.silence(Duration.ofMillis(700)));
        assertEquals(1, segments.size());
        assertTrue(segmenter.growing().isEmpty());
        Segment segment = segments.getFirst();
        Duration most = YOUNG_MAN.duration().plusMillis(350);
        assertTrue(segment.to().compareTo(most) <= 0, "a short tail only: " + segment.to());
    }

    @Test
    void aSegmentBeginsALittleBeforeItsVoice() {
        Duration quiet = Duration.ofSeconds(2);
        hear(PcmFrame.silence(quiet));
        hear(YOUNG_MAN.sound());
        finish();
        Duration from = segments.getFirst().from();
        Duration voice = quiet.plusMillis(400);
        assertTrue(from.compareTo(quiet.minusMillis(350)) > 0, from.toString());
        assertTrue(from.compareTo(voice) < 0, from.toString());
    }

    @Test
    void whatIsLongerThanTwentySecondsIsCutAndNothingIsLost() {
        short[] speech =
                Voices.own("austen-0920.wav")
                        .part(Duration.ofMillis(500), Duration.ofMillis(5_700));
        short[] minute = Arrays.copyOf(Recording.repeated(speech, 12), 60 * PcmFrame.SAMPLE_RATE);
        hear(PcmFrame.of(minute, minute.length));
        finish();
        assertTrue(segments.size() >= 3);
        int end = segments.getFirst().start();
        for (Segment segment : segments) {
            assertTrue(segment.sound().length() <= Segmenter.SEGMENT_MAX);
            assertEquals(end, segment.start(), "no gap and no overlap within speech");
            end = segment.start() + segment.sound().length();
        }
        assertTrue(minute.length - end < PcmFrame.SAMPLE_RATE);
    }

    @Test
    void aClickIsNoSegment() {
        short[] syllable = YOUNG_MAN.part(Duration.ofMillis(600), Duration.ofMillis(720));
        hear(PcmFrame.silence(Duration.ofSeconds(1)));
        hear(PcmFrame.of(syllable, syllable.length));
        hear(PcmFrame.silence(Duration.ofSeconds(1)));
        finish();
        assertEquals(List.of(), segments);
    }

    @Test
    void theLengthOfThePiecesDoesNotMatter() {
        hear(YOUNG_MAN.sound());
        finish();
        Segment whole = segments.getFirst();
        Segmenter other = new Segmenter(new SileroEar(MODEL));
        short[] samples = YOUNG_MAN.samples();
        for (int from = 0; from < samples.length; from += 333) {
            short[] piece = Arrays.copyOfRange(samples, from, Math.min(from + 333, samples.length));
            other.add(PcmFrame.of(piece, piece.length));
        }
        Segment pieced = other.finish().getFirst();
        assertEquals(whole, pieced);
    }

    private void hear(PcmFrame sound) {
        segments.addAll(segmenter.add(sound));
    }

    private void finish() {
        segments.addAll(segmenter.finish());
    }
}
