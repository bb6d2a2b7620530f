import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// One badge of a group, and when it was told what.
final class Screen {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final LinkedBlockingQueue<Told> told = new LinkedBlockingQueue<>();
    private final WebSocket socket;

    private Screen(HttpClient client, URI url, String device) {
        this.socket =
                client.newWebSocketBuilder()
                        .header("Device-Id", device)
                        .header("Protocol-Version", "1")
                        .buildAsync(url, new Ear())
                        .orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS)
                        .join();
    }

    /// @param nanos of [System#nanoTime]
    private record Told(String text, long nanos) {}

    /// Connects, and waits until it was shown its list.
    static Screen connect(HttpClient client, URI url, String device) throws InterruptedException {
        Screen screen = new Screen(client, url, device);
        screen.await("\"workflow\"");
        return screen;
    }

    /// Gives the [System#nanoTime] before it was sent.
    long say(String text) {
        long now = System.nanoTime();
        socket.sendText(text, true).join();
        return now;
    }

    /// When the next message with this mark came; others before it are passed over.
    long await(String mark) throws InterruptedException {
        while (true) {
            Told next = told.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            if (next == null) {
                throw new IllegalStateException("nothing came with " + mark);
            }
            if (next.text().contains(mark)) {
                return next.nanos();
            }
        }
    }

    void close() {
        socket.abort();
    }

    private final class Ear implements WebSocket.Listener {

        private final StringBuilder parts = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
            parts.append(part);
            if (last) {
                told.add(new Told(parts.toString(), System.nanoTime()));
                parts.setLength(0);
            }
            from.request(1);
            return null;
        }
    }
}
