package dev.supie.adapter.out.llm;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.supie.adapter.out.service.CallFailure;
import dev.supie.adapter.out.service.CallGuard;
import dev.supie.adapter.out.service.Deadline;
import dev.supie.adapter.out.service.ServiceEndpoint;
import dev.supie.adapter.out.service.ServiceReply;
import dev.supie.application.meeting.port.Draft;
import dev.supie.application.meeting.port.DraftRequest;
import dev.supie.application.meeting.port.Summarizer;
import dev.supie.application.meeting.port.SummarizerException;
import dev.supie.domain.meeting.Notes;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Optional;

/// A language model behind any server that speaks OpenAI's chat completions.
///
/// A draft ends within its time limit whatever the server does: hang, drip, or answer for ever
/// ([ServiceEndpoint]). Attempts, breaker and bulkhead are in [CallGuard], what an answer must look
/// like in [MinutesJson]. It remembers only which [JsonMode] its server understands.
///
/// Neither the log nor an exception has the key, the talk or the answer in it.
public final class HttpSummarizer implements Summarizer, AutoCloseable {

    private static final Logger LOG = System.getLogger(HttpSummarizer.class.getName());

    private final HttpSummarizerSettings settings;
    private final Surroundings surroundings;
    private final JsonMapper json = new JsonMapper();
    private final MinutesPrompt prompt;
    private final ServiceEndpoint endpoint;
    private final CallGuard guard;

    // Two threads may both learn that a mode is refused. The worst that a lost write costs is that
    // one more draft learns it again.
    private volatile JsonMode jsonMode = JsonMode.SCHEMA;

    HttpSummarizer(
            HttpSummarizerSettings settings,
            MeetingTemplates templates,
            Surroundings surroundings) {
        this.settings = settings;
        this.surroundings = surroundings;
        this.prompt = new MinutesPrompt(json, templates);
        this.endpoint = new ServiceEndpoint(settings.limits().connectTimeout(), settings.apiKey());
        this.guard = new CallGuard(settings.guarding(), surroundings.timing());
    }

    /// A summarizer that has not called its server yet.
    ///
    /// @param templates for the kind of meetings that this configuration is for
    /// @param clock for Retry-After dates and the breaker
    public static HttpSummarizer open(
            HttpSummarizerSettings settings, MeetingTemplates templates, InstantSource clock) {
        return new HttpSummarizer(settings, templates, Surroundings.real(clock));
    }

    @Override
    public Draft draft(DraftRequest request) throws SummarizerException {
        long started = nanos();
        var deadline = Deadline.after(request.timeLimit(), surroundings.timing().nanoTime());
        String nonce = surroundings.nonces().get();
        try {
            String reply = guard.call(() -> reply(request, nonce, deadline), deadline);
            return new Draft(notes(request, reply, started), settings.model());
        } catch (CallFailure failure) {
            throw refused(failure.reason());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw refused("interrupted");
        }
    }

    /// One attempt. A server that refuses a JSON mode is asked again at once in the next one, and
    /// the mode that it answered in is remembered.
    private String reply(DraftRequest request, String nonce, Deadline deadline)
            throws CallFailure, InterruptedException {
        Optional<JsonMode> mode = Optional.of(jsonMode);
        while (mode.isPresent()) {
            switch (verdict(body(request, nonce, mode.get()), deadline)) {
                case ReplyVerdict.Answered answered -> {
                    jsonMode = JsonMode.later(jsonMode, mode.get());
                    return answered.body();
                }
                case ReplyVerdict.Failed failed -> throw failed.failure();
                case ReplyVerdict.JsonModeRefused _ -> mode = mode.get().next();
            }
        }
        throw new CallFailure.Permanent(
                CallFailure.Kind.UNAVAILABLE,
                "HTTP 400 in every JSON mode: configuration error, check model and its server");
    }

    private ReplyVerdict verdict(String body, Deadline deadline)
            throws CallFailure, InterruptedException {
        Duration limit = deadline.atMost(settings.limits().requestTimeout());
        HttpRequest.Builder request =
                HttpRequest.newBuilder(settings.endpoint())
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body));
        ServiceReply reply = endpoint.exchange(request, limit);
        return ReplyVerdict.of(
                reply, surroundings.timing().clock().instant(), deadline.remaining());
    }

    private String body(DraftRequest request, String nonce, JsonMode mode) {
        ObjectNode call = json.createObjectNode();
        call.put("model", settings.model());
        call.put("temperature", settings.temperature());
        call.put("stream", false);
        prompt.addTo(call, request, nonce);
        mode.addTo(call);
        return call.toString();
    }

    private Notes notes(DraftRequest request, String reply, long started) throws CallFailure {
        return switch (ChatAnswer.of(reply, json)) {
            case ChatAnswer.Unusable unusable -> throw unusable(unusable.reason());
            case ChatAnswer.Content content -> {
                Optional<WrittenMinutes> written = MinutesJson.read(content.text(), content.cut());
                log(content, written, started);
                yield NotesAssembly.of(usable(written, content.cut()), request);
            }
        };
    }

    /// Minutes without a line would wipe the notes, or pass a meeting off as one without content.
    private static WrittenMinutes usable(Optional<WrittenMinutes> written, boolean cut)
            throws CallFailure {
        String missing = cut ? "the answer was cut off" : "there are no minutes in the answer";
        return written.filter(minutes -> !minutes.isEmpty()).orElseThrow(() -> unusable(missing));
    }

    private static CallFailure unusable(String reason) {
        return new CallFailure.Permanent(CallFailure.Kind.BROKEN, reason);
    }

    private long nanos() {
        return surroundings.timing().nanoTime().getAsLong();
    }

    private SummarizerException refused(String reason) {
        LOG.log(Level.WARNING, "model {0}: {1}", settings.alias(), reason);
        return new SummarizerException("model " + settings.alias() + ": " + reason);
    }

    /// MTG-8. The hash tells two answers apart without showing either.
    private void log(ChatAnswer.Content content, Optional<WrittenMinutes> written, long started) {
        if (!LOG.isLoggable(Level.INFO)) {
            return;
        }
        long elapsedNanos = nanos() - started;
        LOG.log(
                Level.INFO,
                "model {0}: rawLen={1} jsonLen={2} sha8={3} elapsedMs={4} tokens={5} cut={6}",
                settings.alias(),
                plain(content.text().length()),
                plain(written.map(WrittenMinutes::jsonLength).orElse(0)),
                sha8(content.text()),
                plain(Duration.ofNanos(elapsedNanos).toMillis()),
                plain(content.tokens()),
                content.cut());
    }

    /// The logger would write 1234 as 1,234.
    private static String plain(long number) {
        return Long.toString(number);
    }

    private static String sha8(String text) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 4);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /// Ends drafts under way as failures.
    @Override
    public void close() {
        endpoint.close();
    }
}
