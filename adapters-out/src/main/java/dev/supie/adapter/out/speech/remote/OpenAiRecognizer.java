package dev.supie.adapter.out.speech.remote;

import dev.supie.adapter.out.service.CallFailure;
import dev.supie.adapter.out.service.CallGuard;
import dev.supie.adapter.out.service.CallTiming;
import dev.supie.adapter.out.service.Deadline;
import dev.supie.adapter.out.service.Refusal;
import dev.supie.adapter.out.service.ServiceEndpoint;
import dev.supie.adapter.out.service.ServiceReply;
import dev.supie.application.speech.port.Availability;
import dev.supie.application.speech.port.Capabilities;
import dev.supie.application.speech.port.LanguageTag;
import dev.supie.application.speech.port.RecognitionEvent;
import dev.supie.application.speech.port.RecognitionListener;
import dev.supie.application.speech.port.RecognitionRequest;
import dev.supie.application.speech.port.RecognitionStream;

import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/// Any service that speaks OpenAI's transcriptions: the whole utterance goes there as one WAV file
/// once it is over, so there are no partial texts.
///
/// The key is in a header and nowhere else; neither sound nor text is in the log.
final class OpenAiRecognizer implements RemoteRecognizer {

    /// Once more, because somebody waits for the text.
    static final int ATTEMPTS_MAX = 2;

    private final RemoteSettings settings;
    private final CallTiming timing;
    private final ServiceEndpoint endpoint;
    private final CallGuard guard;

    /// A call waits most of its time, so each has a virtual thread; the guard limits them.
    private final ExecutorService calls = Executors.newVirtualThreadPerTaskExecutor();

    private final AtomicInteger underWay = new AtomicInteger();

    OpenAiRecognizer(RemoteSettings settings, CallTiming timing) {
        this.settings = settings;
        this.timing = timing;
        this.endpoint = new ServiceEndpoint(RemoteSettings.CONNECT_TIMEOUT, settings.apiKey());
        this.guard =
                new CallGuard(
                        new CallGuard.Limits(
                                settings.alias(),
                                "utterances",
                                ATTEMPTS_MAX,
                                settings.concurrencyMax(),
                                RemoteSettings.BREAKER_CALLS_MIN),
                        timing);
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
        return new Capabilities(settings.language().map(Set::of).orElse(Set.of()), false);
    }

    @Override
    public Availability availability() {
        return new Availability.Ready();
    }

    @Override
    public RecognitionStream open(RecognitionRequest request, RecognitionListener listener) {
        Optional<RecognitionEvent.Failed> refused = Failures.unknownLanguage(settings, request);
        if (refused.isPresent()) {
            listener.on(refused.get());
            return new DeafStream();
        }
        Optional<LanguageTag> language = request.language().or(settings::language);
        return new OpenAiStream(
                this, language, settings.patience(request.answerWithin()), listener);
    }

    RemoteSettings settings() {
        return settings;
    }

    Deadline deadline(Duration patience) {
        return Deadline.after(patience, timing.nanoTime());
    }

    /// Runs a call in the background; cancelling interrupts its thread, which ends it.
    Future<?> inBackground(Runnable call) {
        return calls.submit(
                () -> {
                    underWay.incrementAndGet();
                    try {
                        call.run();
                    } finally {
                        underWay.decrementAndGet();
                    }
                });
    }

    /// Calls that have not ended.
    int underWay() {
        return underWay.get();
    }

    /// The text of a WAV file, on the caller's thread.
    String transcribe(byte[] wav, Optional<LanguageTag> language, Deadline deadline)
            throws CallFailure, InterruptedException {
        return guard.call(() -> attempt(wav, language, deadline), deadline);
    }

    private String attempt(byte[] wav, Optional<LanguageTag> language, Deadline deadline)
            throws CallFailure, InterruptedException {
        Multipart form =
                new Multipart().field("model", settings.model()).field("response_format", "json");
        language.ifPresent(tag -> form.field("language", tag.code()));
        form.file("file", "speech.wav", "audio/wav", wav);
        HttpRequest.Builder request =
                HttpRequest.newBuilder(settings.transcriptions())
                        .header("Content-Type", form.contentType())
                        .POST(HttpRequest.BodyPublishers.ofByteArray(form.body()));
        ServiceReply reply = endpoint.exchange(request, deadline.remaining());
        if (!reply.isSuccess()) {
            throw Refusal.of(
                    reply,
                    RemoteSettings.TRANSCRIPTIONS,
                    timing.clock().instant(),
                    deadline.remaining());
        }
        return TranscriptionReply.text(reply.body());
    }

    /// Ends calls under way as failures.
    @Override
    public void close() {
        endpoint.close();
        calls.shutdownNow();
    }
}
