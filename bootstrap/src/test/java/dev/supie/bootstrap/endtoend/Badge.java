package dev.supie.bootstrap.endtoend;

import jakarta.json.JsonObject;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/// One connection of a badge over the JDK's WebSocket. It keeps what it hears, with the time, until
/// it is asked for; but not that its group has no tasks, which every badge hears unasked. For one
/// thread.
final class Badge implements AutoCloseable {

    /// Far more than any answer may take, because the machine may be busy with other things.
    static final Duration ANSWER_MAX = Duration.ofSeconds(30);

    private final WebSocket socket;
    private final Inbox inbox;
    private String session = "";

    private Badge(WebSocket socket, Inbox inbox) {
        this.socket = socket;
        this.inbox = inbox;
    }

    /// A message and the [System#nanoTime] of its arrival.
    record Heard(JsonObject message, long nanos) {}

    /// Connects and takes the welcome, which is the first message (CON-1).
    ///
    /// @throws CompletionException with the handshake's exception as its cause if it was refused
    static Badge connect(HttpClient client, String url, String device) throws InterruptedException {
        Inbox inbox = new Inbox();
        WebSocket socket =
                client.newWebSocketBuilder()
                        .header("Device-Id", device)
                        .header("Protocol-Version", "1")
                        .buildAsync(URI.create(url), inbox)
                        .orTimeout(ANSWER_MAX.toMillis(), TimeUnit.MILLISECONDS)
                        .join();
        Badge badge = new Badge(socket, inbox);
        JsonObject welcome = badge.next().message();
        if (!welcome.getString("type").equals("hello")) {
            throw new AssertionError("not welcome: " + welcome);
        }
        badge.session = welcome.getString("session_id");
        return badge;
    }

    /// The HTTP answer with which a newcomer is refused (HS-2).
    static HttpResponse<?> refused(HttpClient client, String url, String device)
            throws InterruptedException {
        try (Badge badge = connect(client, url, device)) {
            throw new AssertionError("let in as " + badge.session());
        } catch (CompletionException refused) {
            if (refused.getCause() instanceof WebSocketHandshakeException said) {
                return said.getResponse();
            }
            throw refused;
        }
    }

    /// What the welcome called this connection.
    String session() {
        return session;
    }

    /// Gives the [System#nanoTime] at which it was sent.
    long say(JsonObject message) {
        return say(message.toString());
    }

    long say(String text) {
        long now = System.nanoTime();
        socket.sendText(text, true).join();
        return now;
    }

    /// A binary message, which is audio.
    void send(byte[] bytes) {
        socket.sendBinary(ByteBuffer.wrap(bytes), true).join();
    }

    Heard next() throws InterruptedException {
        return next(ANSWER_MAX)
                .orElseThrow(() -> new AssertionError("nothing came within " + ANSWER_MAX));
    }

    /// Empty if nothing comes in time, or nothing can come any more.
    Optional<Heard> next(Duration most) throws InterruptedException {
        return Optional.ofNullable(inbox.heard.poll(most.toNanos(), TimeUnit.NANOSECONDS));
    }

    /// The next message of this kind; others before it are passed over.
    Heard hear(Predicate<JsonObject> kind) throws InterruptedException {
        long deadline = System.nanoTime() + ANSWER_MAX.toNanos();
        while (true) {
            Heard heard =
                    next(Duration.ofNanos(deadline - System.nanoTime()))
                            .orElseThrow(() -> new AssertionError("not heard in time"));
            if (kind.test(heard.message())) {
                return heard;
            }
        }
    }

    JsonObject await(Predicate<JsonObject> kind) throws InterruptedException {
        return hear(kind).message();
    }

    /// Says it and waits for the next message of this kind.
    JsonObject ask(JsonObject message, Predicate<JsonObject> kind) throws InterruptedException {
        say(message);
        return await(kind);
    }

    /// Starts or resumes a meeting; the receipt.
    JsonObject startMeeting() throws InterruptedException {
        return ask(Messages.mode("start", "meeting"), Messages.ofType("mode"));
    }

    /// Says each text in a message of its own, which must be taken as new (MTG-2).
    void tell(String... texts) throws InterruptedException {
        for (String text : texts) {
            JsonObject receipt = ask(Messages.snippet(text), Messages.ofPhase("snippet"));
            if (receipt.getInt("accepted", 0) != 1) {
                throw new AssertionError("not accepted: " + receipt);
            }
        }
    }

    /// Ends the meeting and waits for all that follows; the fresh summary. What comes of an earlier
    /// meeting meanwhile is passed over.
    JsonObject finish() throws InterruptedException {
        say(Messages.finalizing());
        String meeting = await(Messages.ofPhase("finalize")).getString("sessionId");
        Predicate<JsonObject> ofThis =
                message -> message.getString("sessionId", "").equals(meeting);
        JsonObject summary = await(ofThis.and(Messages::isFreshSummary));
        await(ofThis.and(Messages::isDone));
        return summary;
    }

    /// Everything that has arrived and was not asked for.
    List<JsonObject> unasked() {
        List<Heard> heard = new ArrayList<>();
        inbox.heard.drainTo(heard);
        return heard.stream().map(Heard::message).toList();
    }

    /// The code with which the server closed, and when.
    Closed closed() {
        return inbox.closed.orTimeout(ANSWER_MAX.toMillis(), TimeUnit.MILLISECONDS).join();
    }

    /// How the server closed, and the [System#nanoTime] at which it did.
    record Closed(int code, long nanos) {}

    /// Waits until nothing can arrive any more, however that came.
    void awaitEnd() {
        inbox.closed
                .handle((closed, failure) -> closed)
                .orTimeout(ANSWER_MAX.toMillis(), TimeUnit.MILLISECONDS)
                .join();
    }

    /// Ends TCP without a Close frame, as firmware does.
    void pullTheCable() {
        socket.abort();
    }

    @Override
    public void close() {
        socket.abort();
    }

    private static final class Inbox implements WebSocket.Listener {

        private final LinkedBlockingQueue<Heard> heard = new LinkedBlockingQueue<>();
        private final CompletableFuture<Closed> closed = new CompletableFuture<>();
        private final StringBuilder parts = new StringBuilder();

        @Override
        public @Nullable CompletionStage<?> onText(
                WebSocket socket, CharSequence part, boolean last) {
            parts.append(part);
            if (last) {
                Heard now = new Heard(Messages.parsed(parts.toString()), System.nanoTime());
                parts.setLength(0);
                if (!Messages.isEmptyTaskList(now.message())) {
                    heard.add(now);
                }
            }
            socket.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
            closed.complete(new Closed(code, System.nanoTime()));
            return null;
        }

        @Override
        public void onError(WebSocket socket, Throwable error) {
            closed.completeExceptionally(error);
        }
    }
}
