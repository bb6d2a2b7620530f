package dev.supie.adapter.out.llm;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.supie.adapter.out.service.CallFailure;
import dev.supie.adapter.out.service.CallGuard;
import dev.supie.adapter.out.service.CallTiming;
import dev.supie.adapter.out.service.Deadline;
import dev.supie.adapter.out.service.ServiceEndpoint;
import dev.supie.adapter.out.service.ServiceReply;
import dev.supie.adapter.out.service.SharedEndpoints;

import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.Optional;

/// One language model behind any server that speaks OpenAI's chat completions, asked for JSON.
///
/// A question ends within its time limit whatever the server does: hang, drip, or answer for ever
/// ([ServiceEndpoint]). Attempts, breaker and bulkhead are in [CallGuard]. It remembers only which
/// [JsonMode] its server understands. Safe for use by many threads; nothing here writes a log.
final class ChatModel implements AutoCloseable {

    private final ChatModelSettings settings;
    private final Use use;
    private final CallTiming timing;
    private final JsonMapper json = new JsonMapper();
    private final SharedEndpoints.Lease lease;
    private final CallGuard guard;

    // Two threads may both learn that a mode is refused. The worst that a lost write costs is that
    // one more question learns it again.
    private volatile JsonMode jsonMode = JsonMode.SCHEMA;

    /// What the model is used for.
    ///
    /// @param name in the tally
    /// @param answers what it gives, in the plural, for messages
    /// @param schema of every answer
    record Use(String name, String answers, AnswerSchema schema, ModelTally tally) {}

    /// Puts a question into a request: `messages` and `max_tokens`.
    @FunctionalInterface
    interface Question {
        void addTo(ObjectNode call);
    }

    /// Takes what was asked for out of the model's words.
    @FunctionalInterface
    interface Reader<T> {
        T read(ChatAnswer.Content content) throws CallFailure;
    }

    ChatModel(ChatModelSettings settings, Use use, Surroundings surroundings) {
        this.settings = settings;
        this.use = use;
        this.timing = surroundings.timing();
        this.lease = surroundings.lease(settings);
        this.guard = new CallGuard(settings.guarding(use.answers()), timing);
    }

    /// Asks, and reads the answer. A question that was interrupted is not counted.
    <T> T ask(Question question, Reader<T> reader, Duration timeLimit)
            throws CallFailure, InterruptedException {
        long started = timing.nanoTime().getAsLong();
        ModelCall call = use.tally().begin(use.name());
        Deadline deadline = Deadline.after(timeLimit, timing.nanoTime());
        try {
            String reply = guard.call(() -> reply(question, call, deadline), deadline);
            T answer = reader.read(content(reply));
            call.answered(since(started));
            return answer;
        } catch (CallFailure failure) {
            call.failed(failure.kind(), since(started));
            throw failure;
        } catch (InterruptedException interrupted) {
            call.givenUp();
            throw interrupted;
        }
    }

    private Duration since(long started) {
        return Duration.ofNanos(timing.nanoTime().getAsLong() - started);
    }

    /// One attempt. A server that refuses a JSON mode is asked again at once in the next one, and
    /// the mode that it answered in is remembered.
    private String reply(Question question, ModelCall call, Deadline deadline)
            throws CallFailure, InterruptedException {
        Optional<JsonMode> mode = Optional.of(jsonMode);
        while (mode.isPresent()) {
            switch (verdict(body(question, mode.get()), call, deadline)) {
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

    private ReplyVerdict verdict(String body, ModelCall call, Deadline deadline)
            throws CallFailure, InterruptedException {
        Duration limit = deadline.atMost(settings.limits().requestTimeout());
        HttpRequest.Builder request =
                HttpRequest.newBuilder(settings.endpoint())
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body));
        ServiceReply reply = lease.endpoint().exchange(call.handOn(request), limit);
        return ReplyVerdict.of(reply, timing.clock().instant(), deadline.remaining());
    }

    private String body(Question question, JsonMode mode) {
        ObjectNode call = json.createObjectNode();
        call.put("model", settings.model());
        call.put("temperature", settings.temperature());
        call.put("stream", false);
        question.addTo(call);
        mode.addTo(call, use.schema());
        return call.toString();
    }

    private ChatAnswer.Content content(String reply) throws CallFailure {
        return switch (ChatAnswer.of(reply, json)) {
            case ChatAnswer.Unusable unusable -> throw unusable(unusable.reason());
            case ChatAnswer.Content content -> content;
        };
    }

    /// The server was there and answered, but not with what it should.
    static CallFailure unusable(String reason) {
        return new CallFailure.Permanent(CallFailure.Kind.BROKEN, reason);
    }

    /// Ends questions under way as failures, unless its server is still asked for something else:
    /// then by their own time limits.
    @Override
    public void close() {
        lease.close();
    }
}
