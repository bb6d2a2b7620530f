import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/// A badge that says one recording after the other in real time: push to talk, a packet each 60 ms,
/// and a breath of one packet between them.
final class Speaker implements WebSocket.Listener {

    static final long PACKET_MILLIS = 60;

    /// Texts are told in the order of what was said, so the oldest stop is the one answered.
    private final ArrayDeque<Long> stops = new ArrayDeque<>();

    private final Result result;
    private final StringBuilder parts = new StringBuilder();
    private final WebSocket socket;
    private List<byte[]> clip = List.of();
    private int position = -1;
    private volatile boolean ending;
    private boolean once;
    private boolean begun;

    /// What became of all that was said; shared by many badges.
    static final class Result {
        final List<Long> delaysNanos = new ArrayList<>();
        int said;
        int failed;
        long packets;

        synchronized void begun() {
            said++;
        }

        synchronized void answered(long nanos) {
            delaysNanos.add(nanos);
        }

        synchronized void refused() {
            failed++;
        }

        synchronized void sent() {
            packets++;
        }

        synchronized boolean isComplete() {
            return delaysNanos.size() + failed >= said;
        }

        synchronized double delay(double share) {
            if (delaysNanos.isEmpty()) {
                return Double.NaN;
            }
            List<Long> sorted = delaysNanos.stream().sorted().toList();
            int index = Math.max(0, (int) Math.ceil(share * sorted.size()) - 1);
            return sorted.get(index) / 1e9;
        }
    }

    Speaker(HttpClient client, URI url, String device, Result result) {
        this.result = result;
        this.socket =
                client.newWebSocketBuilder()
                        .header("Device-Id", device)
                        .buildAsync(url, this)
                        .join();
    }

    /// Says this over and over until cancelled; at the end of each round it begins the next one.
    ScheduledFuture<?> talk(
            ScheduledExecutorService clock, List<List<byte[]>> clips, int first, long delayMillis) {
        int[] round = {first};
        return clock.scheduleAtFixedRate(
                () -> tick(clips, round), delayMillis, PACKET_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void tick(List<List<byte[]>> clips, int[] round) {
        if (position < 0 && (ending || (once && begun))) {
            return;
        }
        if (position < 0) {
            clip = clips.get(round[0]++ % clips.size());
            result.begun();
            begun = true;
            say("{\"type\":\"listen\",\"state\":\"start\",\"mode\":\"manual\"}");
            position = 0;
        } else if (position < clip.size()) {
            socket.sendBinary(ByteBuffer.wrap(clip.get(position++)), true).join();
            result.sent();
        } else {
            stop();
        }
    }

    private void stop() {
        position = -1;
        synchronized (stops) {
            stops.add(System.nanoTime());
        }
        say("{\"type\":\"listen\",\"state\":\"stop\"}");
    }

    /// It says only one thing.
    Speaker once() {
        once = true;
        return this;
    }

    /// It says what it has begun to say, and nothing after it.
    void end() {
        ending = true;
    }

    private void say(String text) {
        socket.sendText(text, true).join();
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
        parts.append(part);
        if (last) {
            hear(parts.toString());
            parts.setLength(0);
        }
        from.request(1);
        return null;
    }

    /// A long recording may have a text before its stop, where it is cut; that counts for nothing.
    private void hear(String message) {
        boolean text = message.startsWith("{\"type\":\"stt\"");
        boolean error = message.contains("\"status\":\"error\"");
        if (!text && !error) {
            return;
        }
        Long stopped;
        synchronized (stops) {
            stopped = stops.poll();
        }
        if (error) {
            result.refused();
        } else if (stopped != null) {
            result.answered(System.nanoTime() - stopped);
        }
    }

    void close() {
        socket.abort();
    }
}
