import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/// A badge whose wearer says something in real time, push to talk, and hears the answer.
final class Talker implements WebSocket.Listener, AutoCloseable {

    private static final String START =
            "{\"type\":\"listen\",\"state\":\"start\",\"mode\":\"manual\"}";
    private static final String STOP = "{\"type\":\"listen\",\"state\":\"stop\"}";
    private static final long WAIT_SECONDS_MAX = 30;

    private final WebSocket socket;
    private volatile CompletableFuture<Long> understood = new CompletableFuture<>();
    private volatile CompletableFuture<Long> sounded = new CompletableFuture<>();
    private volatile CompletableFuture<Long> ended = new CompletableFuture<>();

    /// From the stop, in ms.
    record Delays(double text, double sound) {}

    Talker(HttpClient client, URI url, String device) {
        socket =
                client.newWebSocketBuilder()
                        .header("Device-Id", device)
                        .buildAsync(url, this)
                        .join();
    }

    /// Says this, and waits until the answer has been played.
    Delays talk(List<byte[]> packets) throws Exception {
        understood = new CompletableFuture<>();
        sounded = new CompletableFuture<>();
        ended = new CompletableFuture<>();
        socket.sendText(START, true).join();
        long next = System.nanoTime();
        for (byte[] packet : packets) {
            socket.sendBinary(ByteBuffer.wrap(packet), true).join();
            next += TimeUnit.MILLISECONDS.toNanos(Speaker.PACKET_MILLIS);
            while (System.nanoTime() < next) {
                LockSupport.parkNanos(next - System.nanoTime());
            }
        }
        long stopped = System.nanoTime();
        socket.sendText(STOP, true).join();
        double sound = (sounded.get(WAIT_SECONDS_MAX, TimeUnit.SECONDS) - stopped) / 1e6;
        double text = (understood.get(WAIT_SECONDS_MAX, TimeUnit.SECONDS) - stopped) / 1e6;
        ended.get(WAIT_SECONDS_MAX, TimeUnit.SECONDS);
        return new Delays(text, sound);
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
        long now = System.nanoTime();
        // Everything that matters here is one part.
        String message = part.toString();
        if (message.startsWith("{\"type\":\"stt\"")) {
            understood.complete(now);
        } else if (message.startsWith("{\"type\":\"tts\"")
                && message.contains("\"state\":\"stop\"")) {
            ended.complete(now);
        }
        from.request(1);
        return null;
    }

    @Override
    public CompletionStage<?> onBinary(WebSocket from, ByteBuffer part, boolean last) {
        sounded.complete(System.nanoTime());
        from.request(1);
        return null;
    }

    @Override
    public void close() {
        socket.abort();
    }
}
