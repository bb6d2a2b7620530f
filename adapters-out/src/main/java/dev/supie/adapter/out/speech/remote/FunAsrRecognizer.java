package dev.supie.adapter.out.speech.remote;

import dev.supie.adapter.out.service.CallTiming;
import dev.supie.adapter.out.service.ServiceBreaker;
import dev.supie.application.runtime.Alarms;
import dev.supie.application.speech.port.Availability;
import dev.supie.application.speech.port.Capabilities;
import dev.supie.application.speech.port.RecognitionEvent;
import dev.supie.application.speech.port.RecognitionListener;
import dev.supie.application.speech.port.RecognitionRequest;
import dev.supie.application.speech.port.RecognitionStream;

import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;

/// A FunASR service in 2-pass mode: it is sent the sound while somebody speaks, guesses at once,
/// and corrects itself sentence by sentence.
///
/// Each utterance has a connection of its own, so that nothing of one is ever heard in the next
/// (LIS-6). A connection costs one handshake, which is over long before the utterance is.
final class FunAsrRecognizer implements RemoteRecognizer {

    private final RemoteSettings settings;
    private final FunAsrSocket sockets;
    private final ServiceBreaker breaker;
    private final Semaphore places;
    private final Alarms alarms;
    private final InstantSource time;

    FunAsrRecognizer(RemoteSettings settings, Alarms alarms, CallTiming timing) {
        this.settings = settings;
        this.sockets = new FunAsrSocket(settings);
        this.breaker =
                new ServiceBreaker(settings.alias(), RemoteSettings.BREAKER_CALLS_MIN, timing);
        this.places = new Semaphore(settings.concurrencyMax());
        this.alarms = alarms;
        this.time = timing.clock();
    }

    @Override
    public String name() {
        return settings.alias();
    }

    @Override
    public String model() {
        return settings.model();
    }

    @Override
    public Capabilities capabilities() {
        return new Capabilities(settings.language().map(Set::of).orElse(Set.of()), true);
    }

    @Override
    public Availability availability() {
        return new Availability.Ready();
    }

    @Override
    public RecognitionStream open(RecognitionRequest request, RecognitionListener listener) {
        Optional<RecognitionEvent.Failed> refused =
                Failures.unknownLanguage(settings, request)
                        .or(
                                () ->
                                        places.tryAcquire()
                                                ? Optional.empty()
                                                : Optional.of(Failures.busy(settings)));
        if (refused.isPresent()) {
            listener.on(refused.get());
            return new DeafStream();
        }
        FunAsrStream stream = new FunAsrStream(this, request, listener);
        stream.connect();
        return stream;
    }

    RemoteSettings settings() {
        return settings;
    }

    FunAsrSocket sockets() {
        return sockets;
    }

    ServiceBreaker breaker() {
        return breaker;
    }

    Alarms alarms() {
        return alarms;
    }

    InstantSource time() {
        return time;
    }

    /// A stream has ended.
    void leave() {
        places.release();
    }

    /// Streams that have not ended.
    int underWay() {
        return settings.concurrencyMax() - places.availablePermits();
    }

    @Override
    public void close() {
        sockets.close();
    }
}
