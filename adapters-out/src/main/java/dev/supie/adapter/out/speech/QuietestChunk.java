package dev.supie.adapter.out.speech;

import java.util.ArrayDeque;

/// Remembers which of the last chunks of a segment had the least voice, as the place to cut it.
final class QuietestChunk {

    private record Chunk(float probability, int end) {}

    private final int window;
    private final ArrayDeque<Chunk> last = new ArrayDeque<>();

    QuietestChunk(int window) {
        this.window = window;
    }

    /// @param end where in the segment the chunk ends
    void note(float probability, int end) {
        if (last.size() == window) {
            last.removeFirst();
        }
        last.addLast(new Chunk(probability, end));
    }

    /// Where the quietest ends; of equal ones the last. `otherwise` if none was noted.
    int position(int otherwise) {
        float least = Float.MAX_VALUE;
        int position = otherwise;
        for (Chunk chunk : last) {
            if (chunk.probability() <= least) {
                least = chunk.probability();
                position = chunk.end();
            }
        }
        return position;
    }

    void clear() {
        last.clear();
    }
}
