package dev.supie.adapter.out.speech;

import dev.supie.application.speech.port.PcmFrame;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Finds the segments of one utterance: voice with a little of what surrounds it, without the
/// silence between.
///
/// A segment begins [#PRE_ROLL] before the voice and ends [#TAIL] after it, once there has been
/// [#PAUSE] of silence. With less than [#VOICE_MIN] of voice it is a click and is dropped. It has
/// at most [#SEGMENT_MAX]: a longer one is cut where it is quietest among its last [#CUT_WINDOW]
/// chunks. Not safe for use by many threads.
final class Segmenter {

    static final int SEGMENT_MAX = 20 * PcmFrame.SAMPLE_RATE;

    private static final int PRE_ROLL = samples(300);
    private static final int TAIL = samples(300);
    private static final int PAUSE = samples(500);
    private static final int VOICE_MIN = samples(250);
    private static final int CUT_WINDOW = samples(5_000) / SileroEar.CHUNK;

    private final SileroEar ear;
    private final VoiceGate gate = new VoiceGate();
    private final Chunks chunks = new Chunks();
    private final QuietestChunk quietest = new QuietestChunk(CUT_WINDOW);

    /// While there is no voice, the pre-roll; then the segment.
    private final SampleBuffer buffer = new SampleBuffer();

    private final List<Segment> found = new ArrayList<>();
    private boolean inSegment;
    private int bufferStart;
    private int voiced;
    private int silent;

    Segmenter(SileroEar ear) {
        this.ear = ear;
    }

    private static int samples(int millis) {
        return millis * PcmFrame.SAMPLE_RATE / 1_000;
    }

    /// More sound; returns the segments that are complete with it.
    List<Segment> add(PcmFrame frame) {
        chunks.add(frame, this::take);
        return foundSoFar();
    }

    /// The utterance is over; returns the segment that it cut off, if any.
    List<Segment> finish() {
        if (inSegment) {
            short[] rest = chunks.rest();
            buffer.add(rest, 0, rest.length);
            end(Math.min(buffer.length(), buffer.length() - silent + TAIL));
        }
        buffer.clear();
        return foundSoFar();
    }

    /// What there is of a segment that has not ended yet, if it has enough voice to be one.
    Optional<Segment> growing() {
        return inSegment && voiced >= VOICE_MIN
                ? Optional.of(new Segment(bufferStart, buffer.first(buffer.length())))
                : Optional.empty();
    }

    private List<Segment> foundSoFar() {
        List<Segment> segments = List.copyOf(found);
        found.clear();
        return segments;
    }

    private void take(short[] samples, int from) {
        float probability = ear.hear(samples, from);
        boolean voice = gate.pass(probability);
        buffer.add(samples, from, SileroEar.CHUNK);
        if (voice && !inSegment) {
            begin();
        }
        if (inSegment) {
            quietest.note(probability, buffer.length());
            grow(voice);
        } else {
            dropFirst(Math.max(0, buffer.length() - PRE_ROLL));
        }
    }

    private void begin() {
        inSegment = true;
        voiced = 0;
        silent = 0;
        quietest.clear();
    }

    private void grow(boolean voice) {
        if (voice) {
            voiced += SileroEar.CHUNK;
            silent = 0;
        } else {
            silent += SileroEar.CHUNK;
        }
        if (silent >= PAUSE) {
            end(buffer.length() - silent + TAIL);
        } else if (buffer.length() + SileroEar.CHUNK > SEGMENT_MAX) {
            cut();
        }
    }

    /// The voice goes on behind the cut, so the next segment begins there and not with a pre-roll.
    private void cut() {
        int length = quietest.position(buffer.length());
        found.add(new Segment(bufferStart, buffer.first(length)));
        dropFirst(length);
        voiced = buffer.length();
        quietest.clear();
    }

    private void end(int length) {
        if (voiced >= VOICE_MIN) {
            found.add(new Segment(bufferStart, buffer.first(length)));
        }
        dropFirst(length);
        inSegment = false;
    }

    private void dropFirst(int count) {
        buffer.drop(count);
        bufferStart += count;
    }
}
