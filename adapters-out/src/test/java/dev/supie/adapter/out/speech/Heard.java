package dev.supie.adapter.out.speech;

import dev.supie.application.speech.port.Decoded;
import dev.supie.application.speech.port.PacketDecoder;
import dev.supie.application.speech.port.RecognitionEvent;
import dev.supie.application.speech.port.RecognitionListener;
import dev.supie.application.speech.port.RecognitionRequest;
import dev.supie.application.speech.port.RecognitionStream;
import dev.supie.application.speech.port.Recognizer;
import dev.supie.application.speech.port.UplinkFormat;
import dev.supie.domain.kernel.DeviceId;
import dev.supie.domain.kernel.SessionId;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// What a recognizer told of one utterance.
final class Heard implements RecognitionListener {

    static final Duration ANSWER_WITHIN = Duration.ofMinutes(2);

    private static final long WAIT_SECONDS_MAX = 120;

    private final List<RecognitionEvent> events = new ArrayList<>();
    private final CountDownLatch ended = new CountDownLatch(1);

    @Override
    public void on(RecognitionEvent event) {
        synchronized (events) {
            events.add(event);
        }
        if (event instanceof RecognitionEvent.Terminal) {
            ended.countDown();
        }
    }

    List<RecognitionEvent> events() {
        synchronized (events) {
            return List.copyOf(events);
        }
    }

    /// The terminal event, waited for.
    RecognitionEvent end() throws InterruptedException {
        if (!ended.await(WAIT_SECONDS_MAX, TimeUnit.SECONDS)) {
            throw new AssertionError("no end: " + events());
        }
        return events().getLast();
    }

    String text() throws InterruptedException {
        if (end() instanceof RecognitionEvent.Final said) {
            return said.text();
        }
        throw new AssertionError("no text: " + end());
    }

    static RecognitionRequest request() {
        return new RecognitionRequest(
                new SessionId("session"), new DeviceId("aa:01"), Optional.empty(), ANSWER_WITHIN);
    }

    /// Packets the way of a badge's: decoded, and pushed one by one.
    static Heard through(Recognizer recognizer, List<byte[]> packets) {
        Heard heard = new Heard();
        RecognitionStream stream = recognizer.open(request(), heard);
        try (PacketDecoder decoder = new OpusPacketDecoders().open(UplinkFormat.USUAL)) {
            for (byte[] packet : packets) {
                switch (decoder.decode(packet)) {
                    case Decoded.Audio audio -> stream.push(audio.frame());
                    case Decoded.Damaged _ -> decoder.reset();
                }
            }
        }
        stream.finish();
        return heard;
    }
}
