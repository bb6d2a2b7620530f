import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;

/// A badge that asks, and notes when it is told what. Times are those of this process.
final class SpokenTo implements WebSocket.Listener {

    private static final String ASK =
            "{\"type\":\"listen\",\"state\":\"detect\",\"text\":\"hello\"}";
    private static final String STOP = "{\"type\":\"listen\",\"state\":\"stop\"}";

    private final List<Long> packets = new ArrayList<>();
    private final WebSocket socket;
    private long asked;
    private long silenced;
    private long ended;
    private int afterTheEnd;

    SpokenTo(HttpClient client, URI url, String device) {
        socket =
                client.newWebSocketBuilder()
                        .header("Device-Id", device)
                        .buildAsync(url, this)
                        .join();
    }

    synchronized void ask() {
        packets.clear();
        ended = 0;
        afterTheEnd = 0;
        asked = System.nanoTime();
        socket.sendText(ASK, true).join();
    }

    synchronized void silence() {
        silenced = System.nanoTime();
        socket.sendText(STOP, true).join();
    }

    void leave() {
        socket.abort();
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
        long now = System.nanoTime();
        // Every message of the answer is one part.
        if (part.toString().contains("\"state\":\"stop\"")) {
            synchronized (this) {
                ended = now;
            }
        }
        from.request(1);
        return null;
    }

    @Override
    public CompletionStage<?> onBinary(WebSocket from, ByteBuffer part, boolean last) {
        long now = System.nanoTime();
        // A message across the end of the client's buffer comes in two parts, and is one packet.
        if (last) {
            synchronized (this) {
                packets.add(now);
                if (ended != 0) {
                    afterTheEnd++;
                }
            }
        }
        from.request(1);
        return null;
    }

    synchronized int packets() {
        return packets.size();
    }

    /// From the question to the first packet, in ms.
    synchronized double firstSound() {
        return packets.isEmpty() ? Double.NaN : (packets.getFirst() - asked) / 1e6;
    }

    /// From the word to the last thing that was heard, in ms.
    synchronized double untilSilent() {
        return ended == 0 ? Double.NaN : (Math.max(ended, packets.getLast()) - silenced) / 1e6;
    }

    synchronized int afterTheEnd() {
        return afterTheEnd;
    }

    /// How far each packet behind the head start is from a beat of 60 ms, in ms. The beat is the
    /// one that most packets keep: if it began with one of them, how late that one was by chance
    /// would be counted with all others. A pause after which the beat goes on later counts in full.
    synchronized List<Double> errors(int count) {
        List<Double> offsets = new ArrayList<>();
        for (int index = 1; index < Math.min(count, packets.size()); index++) {
            offsets.add((packets.get(index) - packets.getFirst()) / 1e6 - index * 60.0);
        }
        double beat = offsets.stream().sorted().toList().get(offsets.size() / 2);
        return offsets.stream().map(offset -> Math.abs(offset - beat)).toList();
    }

    synchronized double meanGap(int count) {
        int last = Math.min(count, packets.size()) - 1;
        return (packets.get(last) - packets.get(1)) / 1e6 / (last - 1);
    }
}
