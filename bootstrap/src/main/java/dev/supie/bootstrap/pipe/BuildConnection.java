package dev.supie.bootstrap.pipe;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;

import java.io.StringReader;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;

/// A connection to the badges' listener, which is told of one build. For one thread.
final class BuildConnection implements WebSocket.Listener, AutoCloseable {

    private static final Duration CONNECT_MAX = Duration.ofSeconds(5);
    private static final Duration ANSWER_MAX = Duration.ofSeconds(10);

    /// What the server pushes besides is passed over at once, so few ever wait here.
    private static final int WAITING_MAX = 256;

    private final HttpClient client;
    private final LinkedBlockingQueue<Heard> inbox = new LinkedBlockingQueue<>(WAITING_MAX);
    private final StringBuilder text = new StringBuilder();
    private final CompletableFuture<WebSocket> socket;

    /// What comes from the server.
    private sealed interface Heard {

        record Message(JsonObject json) implements Heard {}

        record End(String why) implements Heard {}
    }

    private BuildConnection(HttpClient client, PipeTarget target) {
        this.client = client;
        WebSocket.Builder builder =
                client.newWebSocketBuilder()
                        .connectTimeout(CONNECT_MAX)
                        .header("Device-Id", target.pipe().value())
                        .header("Protocol-Version", "1");
        target.token().ifPresent(token -> builder.header("Authorization", "Bearer " + token));
        this.socket = builder.buildAsync(target.url(), this);
    }

    /// Connects, and waits for the welcome.
    static BuildConnection open(PipeTarget target) throws PipeException, InterruptedException {
        HttpClient client = HttpClient.newBuilder().connectTimeout(CONNECT_MAX).build();
        BuildConnection connection = new BuildConnection(client, target);
        boolean open = false;
        try {
            connection.socket.get(CONNECT_MAX.toMillis(), TimeUnit.MILLISECONDS);
            connection.await(json -> json.getString("type", "").equals("hello"), ANSWER_MAX);
            open = true;
            return connection;
        } catch (TimeoutException _) {
            throw new PipeException("no server answers at " + target.url());
        } catch (ExecutionException failure) {
            throw failure.getCause() instanceof WebSocketHandshakeException refused
                    ? new PipeException(refusal(refused.getResponse().statusCode(), target))
                    : new PipeException("no server answers at " + target.url());
        } finally {
            if (!open) {
                connection.close();
            }
        }
    }

    private static String refusal(int status, PipeTarget target) {
        return switch (status) {
            case 401 -> "the server wants a token: give it with --token-file";
            case 403 -> "the token is not good for " + target.pipe();
            case 409 -> target.pipe() + " is connected already: choose another --name";
            case 429 -> "the server takes no more attempts for now";
            case 503 -> "the server is full or shutting down";
            default -> target.url() + " answers " + status + ", so it is no listener of badges";
        };
    }

    /// Sends it, without waiting for an answer.
    void say(JsonObject message) throws PipeException, InterruptedException {
        try {
            socket.join()
                    .sendText(message.toString(), true)
                    .get(ANSWER_MAX.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException _) {
            throw new PipeException("the connection to the server broke");
        }
    }

    /// Tells something of the build, and waits until it is taken, or refused.
    void tell(JsonObjectBuilder event) throws PipeException, InterruptedException {
        say(event.add("type", "coding").build());
        await(
                json -> json.getString("type", "").equals("coding") && json.containsKey("status"),
                ANSWER_MAX);
    }

    /// Waits for the last word about the build; false if it does not come in time.
    boolean awaitSummary(Duration most) throws InterruptedException {
        try {
            await(
                    json ->
                            json.getString("type", "").equals("coding")
                                    && json.getString("event", "").equals("summary"),
                    most);
            return true;
        } catch (PipeException _) {
            return false;
        }
    }

    private void await(Predicate<JsonObject> wanted, Duration most)
            throws PipeException, InterruptedException {
        long deadline = System.nanoTime() + most.toNanos();
        while (true) {
            Heard heard = inbox.poll(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
            switch (heard) {
                case null -> throw new PipeException("the server does not answer any more");
                case Heard.End(String why) -> throw new PipeException(why);
                case Heard.Message(JsonObject json) -> {
                    if (wanted.test(json)) {
                        return;
                    }
                }
            }
        }
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
        text.append(part);
        if (last) {
            hear(text.toString());
            text.setLength(0);
        }
        from.request(1);
        return CompletableFuture.completedStage(null);
    }

    private void hear(String message) {
        try (var reader = Json.createReader(new StringReader(message))) {
            JsonObject json = reader.readObject();
            String event = json.getString("event", "");
            switch (json.getString("type", "")) {
                case "hello" -> add(new Heard.Message(json));
                case "coding" -> {
                    if (json.containsKey("status") || event.equals("summary")) {
                        add(new Heard.Message(json));
                    }
                }
                case "system" -> {
                    if (event.equals("replaced")) {
                        add(new Heard.End("another pipe has taken its name: choose a --name"));
                    }
                }
                default -> {}
            }
        } catch (JsonException | ClassCastException _) {
            add(new Heard.End("the server does not speak the badges' protocol"));
        }
    }

    /// Nobody waits for as much as that.
    private void add(Heard heard) {
        if (!inbox.offer(heard)) {
            inbox.clear();
        }
    }

    @Override
    public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
        add(new Heard.End("the server closed the connection (" + code + " " + reason + ")"));
        return CompletableFuture.completedStage(null);
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
        add(new Heard.End("the connection to the server broke"));
    }

    /// Says goodbye if that can be said at once.
    @Override
    public void close() {
        if (socket.isDone() && !socket.isCompletedExceptionally()) {
            WebSocket open = socket.join();
            if (!open.isOutputClosed()) {
                var _ = open.sendClose(WebSocket.NORMAL_CLOSURE, "");
            }
        }
        socket.cancel(true);
        client.shutdown();
    }
}
