package dev.supie.adapter.out.speech;

import dev.supie.application.runtime.Alarms;
import dev.supie.application.speech.port.PcmFrame;
import dev.supie.application.speech.port.RecognitionEvent;
import dev.supie.application.speech.port.RecognitionEvent.Code;
import dev.supie.application.speech.port.RecognitionListener;
import dev.supie.application.speech.port.RecognitionRequest;
import dev.supie.application.speech.port.RecognitionStream;

import org.jspecify.annotations.Nullable;

import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/// One utterance: its segments go to the pool as soon as they are complete, so that at the end only
/// the last one still has to be recognized.
///
/// The lock guards everything, and the listener is called with it held: that is what keeps events
/// in order, and the listener promises to return at once. Holds at most one segment of sound, and
/// those in the pool.
final class EmbeddedStream implements RecognitionStream {

    /// What all streams share.
    record Surroundings(
            RecognitionPool pool, SpeechCounters counters, Alarms alarms, InstantSource time) {}

    /// Sound between two partial texts of a growing segment.
    private static final int PARTIAL_EVERY = 3 * PcmFrame.SAMPLE_RATE / 2;

    private static final int SAMPLES_MAX = PcmFrame.samplesIn(AUDIO_MAX);

    private final RecognitionRequest request;
    private final RecognitionListener listener;
    private final Segmenter segmenter;
    private final Surroundings surroundings;
    private final ReentrantLock lock = new ReentrantLock();
    private final Transcript transcript = new Transcript();
    private int heard;
    private int nextPartial = PARTIAL_EVERY;
    private boolean partialUnderWay;
    private String lastPartial = "";
    private volatile boolean finished;
    private volatile boolean ended;
    private Alarms.@Nullable Alarm deadline;

    EmbeddedStream(
            RecognitionRequest request,
            RecognitionListener listener,
            Segmenter segmenter,
            Surroundings surroundings) {
        this.request = request;
        this.listener = listener;
        this.segmenter = segmenter;
        this.surroundings = surroundings;
    }

    @Override
    public void push(PcmFrame frame) {
        lock.lock();
        try {
            if (!finished && !ended && heard < SAMPLES_MAX) {
                PcmFrame taken = upToLimit(frame);
                heard += taken.length();
                segmenter.add(taken).forEach(this::submit);
                considerPartial();
            }
        } catch (ModelBrokenException failure) {
            fail(Code.BROKEN, true, failure.getMessage());
        } finally {
            lock.unlock();
        }
    }

    private PcmFrame upToLimit(PcmFrame frame) {
        int room = SAMPLES_MAX - heard;
        if (frame.length() <= room) {
            return frame;
        }
        short[] samples = new short[frame.length()];
        frame.copyTo(samples, 0);
        return PcmFrame.of(samples, room);
    }

    @Override
    public void finish() {
        lock.lock();
        try {
            if (finished || ended) {
                return;
            }
            finished = true;
            segmenter.finish().forEach(this::submit);
            if (!ended) {
                deadline =
                        surroundings
                                .alarms()
                                .at(
                                        surroundings.time().instant().plus(request.answerWithin()),
                                        this::timeOut);
                endIfComplete();
            }
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void cancel() {
        lock.lock();
        try {
            if (!ended) {
                giveUp();
            }
        } finally {
            lock.unlock();
        }
    }

    private void submit(Segment segment) {
        if (ended) {
            return;
        }
        int number = transcript.expect(segment);
        RecognitionJob job =
                new RecognitionJob(
                        this,
                        segment.sound(),
                        () -> !ended,
                        result -> recognized(number, result),
                        this::broken);
        if (!surroundings.pool().offer(job)) {
            surroundings.counters().refused();
            fail(Code.BUSY, true, "too much speech is waiting to be recognized");
        }
    }

    private void recognized(int number, RecognitionJob.Recognized result) {
        lock.lock();
        try {
            if (!ended) {
                transcript.fill(number, result.text(), result.model());
                tellPartial(transcript.text());
                endIfComplete();
            }
        } finally {
            lock.unlock();
        }
    }

    private void broken(ModelBrokenException failure) {
        lock.lock();
        try {
            fail(Code.BROKEN, true, failure.getMessage());
        } finally {
            lock.unlock();
        }
    }

    private void considerPartial() {
        if (ended || partialUnderWay || heard < nextPartial) {
            return;
        }
        nextPartial = heard + PARTIAL_EVERY;
        segmenter.growing().ifPresent(this::offerPartial);
    }

    private void offerPartial(Segment segment) {
        int segmentsBefore = transcript.segments();
        partialUnderWay =
                surroundings
                        .pool()
                        .offerPartial(
                                new RecognitionJob(
                                        this,
                                        segment.sound(),
                                        () -> !ended && !finished,
                                        result -> grown(segmentsBefore, result.text()),
                                        _ -> grown(segmentsBefore, "")));
    }

    /// What a growing segment says so far; late, if the segment has been completed meanwhile.
    private void grown(int segmentsBefore, String text) {
        lock.lock();
        try {
            partialUnderWay = false;
            if (transcript.segments() == segmentsBefore) {
                tellPartial((transcript.text() + " " + text).strip());
            }
        } finally {
            lock.unlock();
        }
    }

    private void timeOut() {
        lock.lock();
        try {
            if (!ended) {
                surroundings.counters().timedOut();
                fail(Code.TIMEOUT, true, "no text in time");
            }
        } finally {
            lock.unlock();
        }
    }

    private void endIfComplete() {
        if (finished && !ended && transcript.isComplete()) {
            end(
                    new RecognitionEvent.Final(
                            transcript.text(),
                            Optional.of(EmbeddedRecognizer.LANGUAGE),
                            EmbeddedRecognizer.NAME,
                            transcript.models(MoonshineSize.BASE.modelName()),
                            transcript.from(),
                            transcript.to()));
        }
    }

    private void fail(Code code, boolean retryable, @Nullable String message) {
        if (!ended) {
            end(
                    new RecognitionEvent.Failed(
                            code, retryable, message == null ? "it failed" : message));
        }
    }

    private void end(RecognitionEvent.Terminal event) {
        giveUp();
        listener.on(event);
    }

    private void giveUp() {
        ended = true;
        surroundings.pool().withdraw(this);
        if (deadline != null) {
            deadline.cancel();
        }
    }

    private void tellPartial(String text) {
        if (!ended && !finished && !text.isEmpty() && !text.equals(lastPartial)) {
            lastPartial = text;
            listener.on(new RecognitionEvent.Partial(text));
        }
    }
}
