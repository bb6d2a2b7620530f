package dev.supie.bootstrap.demo;

import jakarta.json.Json;
import jakarta.json.JsonObject;

import org.jspecify.annotations.Nullable;

import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Predicate;

/// One connection of a badge of the demo. It tells what it receives and keeps it until it is asked
/// for.
final class DemoBadge implements WebSocket.Listener {

    private static final Duration ANSWER_MAX = Duration.ofSeconds(20);

    private final Consumer<JsonObject> hears;
    private final LinkedBlockingQueue<JsonObject> inbox = new LinkedBlockingQueue<>();
    private final StringBuilder text = new StringBuilder();
    private final PeerInbox messages;

    /// A WebSocket takes one message at a time, and acknowledgements come from another thread.
    private final ReentrantLock sending = new ReentrantLock();

    private @Nullable WebSocket socket;

    private DemoBadge(PeerInbox messages, Consumer<JsonObject> hears) {
        this.messages = messages;
        this.hears = hears;
    }

    /// @param messages of other badges, of this badge's earlier connections too
    /// @param hears called with every message, on a thread of the connection's
    static DemoBadge connect(
            HttpClient client,
            String url,
            String device,
            PeerInbox messages,
            Consumer<JsonObject> hears) {
        DemoBadge badge = new DemoBadge(messages, hears);
        badge.socket =
                client.newWebSocketBuilder()
                        .header("Device-Id", device)
                        .header("Protocol-Version", "1")
                        .buildAsync(URI.create(url), badge)
                        .join();
        return badge;
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
        text.append(part);
        if (last) {
            JsonObject message = parsed(text.toString());
            text.setLength(0);
            messages.acknowledgement(message)
                    .ifPresent(ack -> inTurn(() -> from.sendText(ack.toString(), true).join()));
            if (messages.isNew(message)) {
                hears.accept(message);
                inbox.add(message);
            }
        }
        from.request(1);
        return CompletableFuture.completedStage(null);
    }

    private static JsonObject parsed(String json) {
        try (var reader = Json.createReader(new StringReader(json))) {
            return reader.readObject();
        }
    }

    void send(JsonObject message) {
        inTurn(() -> open().sendText(message.toString(), true).join());
    }

    /// One packet of Opus, as it is in framing 1.
    void send(byte[] packet) {
        inTurn(() -> open().sendBinary(ByteBuffer.wrap(packet), true).join());
    }

    private void inTurn(Runnable send) {
        sending.lock();
        try {
            send.run();
        } finally {
            sending.unlock();
        }
    }

    /// The connection drops without a word, as it does when a badge leaves the network.
    void pullCable() {
        open().abort();
    }

    void hangUp() {
        open().sendClose(WebSocket.NORMAL_CLOSURE, "").join();
    }

    /// The next message of this kind; others before it are passed over.
    JsonObject await(Predicate<JsonObject> kind) throws InterruptedException {
        long deadline = System.nanoTime() + ANSWER_MAX.toNanos();
        while (true) {
            JsonObject message = inbox.poll(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
            if (message == null) {
                throw new IllegalStateException("the server did not answer in time");
            }
            if (kind.test(message)) {
                return message;
            }
        }
    }

    private WebSocket open() {
        if (socket == null) {
            throw new IllegalStateException("not connected");
        }
        return socket;
    }
}
