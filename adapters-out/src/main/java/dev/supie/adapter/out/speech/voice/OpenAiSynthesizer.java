package dev.supie.adapter.out.speech.voice;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;

import dev.supie.adapter.out.service.CallFailure;
import dev.supie.adapter.out.service.CallGuard;
import dev.supie.adapter.out.service.CallTiming;
import dev.supie.adapter.out.service.Deadline;
import dev.supie.adapter.out.service.Refusal;
import dev.supie.adapter.out.service.ServiceEndpoint;
import dev.supie.adapter.out.service.ServiceReply;
import dev.supie.application.runtime.Alarms;
import dev.supie.application.speaking.port.SoundSink;
import dev.supie.application.speaking.port.Synthesis;
import dev.supie.application.speaking.port.SynthesisRequest;
import dev.supie.application.speaking.port.Synthesizer;
import dev.supie.application.speech.port.Availability;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;

/// Any service that speaks OpenAI's `/audio/speech`. The sound is handed on while it comes. After
/// the first of it nothing is asked again, because it would be said twice.
///
/// The key is in a header and nowhere else; what is said is not in the log.
public final class OpenAiSynthesizer implements Synthesizer, AutoCloseable {

    /// Once more, because somebody waits for the sound.
    static final int ATTEMPTS_MAX = 2;

    /// Of an answer that says why there is no sound.
    private static final int REFUSAL_BYTES_MAX = 64 * 1024;

    private final RemoteVoiceSettings settings;
    private final Alarms alarms;
    private final CallTiming timing;
    private final ServiceEndpoint endpoint;
    private final CallGuard guard;

    /// @param concurrencyMax so many sentences at a time; one more is refused as busy
    public OpenAiSynthesizer(
            RemoteVoiceSettings settings, int concurrencyMax, Alarms alarms, CallTiming timing) {
        this.settings = settings;
        this.alarms = alarms;
        this.timing = timing;
        this.endpoint = new ServiceEndpoint(RemoteVoiceSettings.CONNECT_TIMEOUT, settings.apiKey());
        this.guard =
                new CallGuard(
                        new CallGuard.Limits(
                                settings.alias(),
                                "sentences",
                                ATTEMPTS_MAX,
                                concurrencyMax,
                                RemoteVoiceSettings.BREAKER_CALLS_MIN),
                        timing);
    }

    @Override
    public String name() {
        return settings.alias();
    }

    @Override
    public Availability availability() {
        return new Availability.Ready();
    }

    @Override
    public Synthesis open(SynthesisRequest request) {
        return new OpenAiSynthesis(this, request.text(), settings.patience(request.within()));
    }

    Alarms alarms() {
        return alarms;
    }

    CallTiming timing() {
        return timing;
    }

    /// Says a text on the caller's thread; interrupting it ends that.
    void speak(String text, SoundSink sink, Deadline deadline)
            throws CallFailure, InterruptedException {
        guard.call(
                () -> {
                    attempt(text, sink, deadline);
                    return text;
                },
                deadline);
    }

    private void attempt(String text, SoundSink sink, Deadline deadline)
            throws CallFailure, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(settings.speech())
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body(text)));
        HttpResponse<InputStream> reply = endpoint.begin(request, deadline.remaining());
        boolean[] begun = {false};
        try (InputStream sound = reply.body()) {
            if (reply.statusCode() < 200 || reply.statusCode() >= 300) {
                throw refusal(reply, sound, deadline);
            }
            new SpokenBody(sound)
                    .play(
                            (samples, count) -> {
                                begun[0] = true;
                                sink.take(samples, count);
                            });
        } catch (IOException _) {
            throw endOf(deadline, begun[0]);
        }
    }

    /// Why the sound ended before it was whole.
    private static CallFailure endOf(Deadline deadline, boolean begun) throws InterruptedException {
        if (!deadline.remaining().isPositive()) {
            return new CallFailure.Transient(
                    CallFailure.Kind.TIMEOUT, "the sentence was not said in time");
        }
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        return brokenOff(begun);
    }

    private static CallFailure brokenOff(boolean begun) {
        String reason = "the connection broke while it spoke";
        return begun
                ? new CallFailure.Permanent(CallFailure.Kind.BROKEN, reason)
                : new CallFailure.Transient(CallFailure.Kind.UNAVAILABLE, reason);
    }

    private CallFailure refusal(
            HttpResponse<InputStream> reply, InputStream body, Deadline deadline)
            throws IOException {
        String text = new String(body.readNBytes(REFUSAL_BYTES_MAX), StandardCharsets.UTF_8);
        return Refusal.of(
                new ServiceReply(reply.statusCode(), reply.headers(), text),
                RemoteVoiceSettings.SPEECH,
                timing.clock().instant(),
                deadline.remaining());
    }

    private String body(String text) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("model", settings.model())
                .put("input", text)
                .put("voice", settings.voice())
                .put("response_format", "pcm")
                .put("speed", settings.speed())
                .toString();
    }

    /// Ends calls under way as failures.
    @Override
    public void close() {
        endpoint.close();
    }
}
