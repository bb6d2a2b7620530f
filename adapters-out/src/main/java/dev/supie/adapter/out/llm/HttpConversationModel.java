package dev.supie.adapter.out.llm;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.supie.adapter.out.service.CallFailure;
import dev.supie.adapter.out.service.ServiceBreaker;
import dev.supie.adapter.out.service.ServiceEndpoint;
import dev.supie.adapter.out.service.SharedEndpoints;
import dev.supie.application.conversation.port.ConversationModel;
import dev.supie.application.conversation.port.ModelEvent;
import dev.supie.application.conversation.port.Prompt;
import dev.supie.domain.conversation.Trouble;

import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;

/// A language model that people talk with, behind any server that streams OpenAI's chat
/// completions.
///
/// An answer holds no thread, only a connection, and ends within `request_timeout` whatever the
/// server does. At most `concurrency_max` are written at a time; one more fails at once. Before its
/// first word a question is asked up to [#ATTEMPTS_MAX] times, after it never again. Neither the
/// log nor an event has the key, or what was said, in it.
public final class HttpConversationModel implements ConversationModel, AutoCloseable {

    /// In the tally.
    static final String USE = "chat";

    /// A wearer waits for the answer; a server that fails twice is not asked a third time.
    static final int ATTEMPTS_MAX = 2;

    private static final Asked NOTHING = () -> {};

    private final ChatModelSettings settings;
    private final ModelTally tally;
    private final Surroundings surroundings;
    private final JsonMapper json = new JsonMapper();
    private final ConversationPrompt prompt = new ConversationPrompt(json);
    private final SharedEndpoints.Lease lease;
    private final ServiceBreaker breaker;
    private final Semaphore places;

    HttpConversationModel(ChatModelSettings settings, ModelTally tally, Surroundings surroundings) {
        this.settings = settings;
        this.tally = tally;
        this.surroundings = surroundings;
        this.lease = surroundings.lease(settings);
        this.breaker =
                new ServiceBreaker(
                        settings.alias(),
                        ChatModelSettings.BREAKER_CALLS_MIN,
                        surroundings.timing());
        this.places = new Semaphore(settings.limits().concurrencyMax());
    }

    /// A model whose server has not been called yet.
    ///
    /// @param clock for Retry-After dates and the breaker
    public static HttpConversationModel open(
            ChatModelSettings settings, ModelTally tally, InstantSource clock) {
        return new HttpConversationModel(settings, tally, Surroundings.real(clock));
    }

    @Override
    public Asked ask(Prompt asked, Consumer<ModelEvent> listener) {
        if (!places.tryAcquire()) {
            tally.begin(USE).failed(CallFailure.Kind.BUSY, Duration.ZERO);
            listener.accept(
                    new ModelEvent.Failed(
                            Trouble.BUSY, "as many answers are written as may be at a time"));
            return NOTHING;
        }
        StreamedAnswer answer =
                new StreamedAnswer(this, body(asked), listener, surroundings.timing());
        answer.begin();
        return answer;
    }

    private String body(Prompt asked) {
        ObjectNode call = json.createObjectNode();
        call.put("model", settings.model());
        call.put("temperature", settings.temperature());
        call.put("stream", true);
        prompt.addTo(call, asked, new Fence(surroundings.nonces().get()));
        return call.toString();
    }

    HttpRequest.Builder request(String body) {
        return HttpRequest.newBuilder(settings.endpoint())
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body));
    }

    Duration timeLimit() {
        return settings.limits().requestTimeout();
    }

    JsonMapper json() {
        return json;
    }

    ServiceEndpoint endpoint() {
        return lease.endpoint();
    }

    ServiceBreaker breaker() {
        return breaker;
    }

    ModelTally tally() {
        return tally;
    }

    /// Of an answer that has ended; the next one may begin.
    void leave() {
        places.release();
    }

    /// Ends answers under way as failures, unless its server is still asked for something else:
    /// then by their own time limits.
    @Override
    public void close() {
        lease.close();
    }
}
