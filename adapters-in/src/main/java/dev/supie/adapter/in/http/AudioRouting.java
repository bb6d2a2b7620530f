package dev.supie.adapter.in.http;

import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/// `/v1/audio/transcriptions` and `/v1/audio/speech`: what hears and speaks to badges, for programs
/// that know how to ask OpenAI. For administrators only, and for so many requests at a time,
/// counted before their bodies are read.
final class AudioRouting implements HttpService {

    /// What is below it is answered as clients of OpenAI expect, whatever it is.
    static final String ROOT = "/v1/";

    static final String PATH = "/v1/audio";

    /// A minute of sound at any rate up to 24 kHz without compression, and the form around it.
    static final int RECORDING_BYTES_MAX = 3 * 1024 * 1024;

    /// The longest text, however it is escaped, and instructions.
    static final int TEXT_BYTES_MAX = 64 * 1024;

    /// Badges come first.
    static final int TRANSCRIPTIONS_MAX = 2;

    static final int SPEECHES_MAX = 2;

    private static final Duration UNTIL_A_PLACE = Duration.ofSeconds(1);

    private final AdminGate gate;
    private final AudioDesk desk;

    AudioRouting(AdminGate gate, AudioDesk desk) {
        this.gate = gate;
        this.desk = desk;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.post("/transcriptions[/]", guarded(TRANSCRIPTIONS_MAX, this::transcribe))
                .post("/speech[/]", guarded(SPEECHES_MAX, this::speak));
    }

    private Handler guarded(int placesMax, Handler work) {
        Semaphore places = new Semaphore(placesMax);
        return (request, response) -> {
            Optional<AudioProblem> refusal = gate.refusal(request).map(AudioProblem::of);
            if (refusal.isPresent()) {
                refusal.get().send(response);
            } else if (places.tryAcquire()) {
                try {
                    work.handle(request, response);
                } finally {
                    places.release();
                }
            } else {
                AudioProblem.busy(UNTIL_A_PLACE).send(response);
            }
        };
    }

    private void transcribe(ServerRequest request, ServerResponse response) {
        byte[] body = BoundedBody.bytes(request, RECORDING_BYTES_MAX + 1);
        if (body.length > RECORDING_BYTES_MAX) {
            AudioProblem.tooLarge(RECORDING_BYTES_MAX).send(response);
            return;
        }
        Optional<MultipartForm> form =
                request.headers()
                        .first(HeaderNames.CONTENT_TYPE)
                        .flatMap(PartHeaders::boundary)
                        .flatMap(boundary -> MultipartForm.read(boundary, body));
        if (form.isEmpty()) {
            AudioProblem.wrong("body", "the body must be a form (multipart/form-data)")
                    .send(response);
            return;
        }
        switch (TranscriptionForm.read(form.get())) {
            case TranscriptionForm.Reading.Wrong(AudioProblem problem) -> problem.send(response);
            case TranscriptionForm.Reading.Asked asked ->
                    TranscriptionReply.send(
                            response,
                            desk.transcriptions().transcribe(asked.question()),
                            asked.format());
        }
    }

    private void speak(ServerRequest request, ServerResponse response) {
        switch (BoundedBody.read(request, TEXT_BYTES_MAX)) {
            case BoundedBody.TooLarge _ -> AudioProblem.tooLarge(TEXT_BYTES_MAX).send(response);
            case BoundedBody.Complete(String body) -> speak(body, response);
        }
    }

    private void speak(String body, ServerResponse response) {
        switch (SpeechForm.read(body)) {
            case SpeechForm.Reading.Wrong(AudioProblem problem) -> problem.send(response);
            case SpeechForm.Reading.Asked asked -> {
                SpeechReply reply = new SpeechReply(response, asked.format());
                reply.end(desk.speeches().speak(asked.question(), reply));
            }
        }
    }
}
