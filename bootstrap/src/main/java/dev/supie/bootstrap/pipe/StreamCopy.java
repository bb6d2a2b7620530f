package dev.supie.bootstrap.pipe;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.function.Consumer;

/// Passes on what a command prints, byte for byte and as soon as it comes, and its lines to
/// somebody who must not wait.
final class StreamCopy implements Runnable {

    private static final int BUFFER_BYTES = 16 * 1024;

    private final InputStream from;
    private final OutputStream to;
    private final LineSplitter lines;

    StreamCopy(InputStream from, OutputStream to, Consumer<String> lines) {
        this.from = from;
        this.to = to;
        this.lines = new LineSplitter(lines);
    }

    @Override
    public void run() {
        byte[] buffer = new byte[BUFFER_BYTES];
        try (from) {
            int count = from.read(buffer);
            while (count >= 0) {
                to.write(buffer, 0, count);
                to.flush();
                lines.add(buffer, count);
                count = from.read(buffer);
            }
        } catch (IOException _) {
            // Whoever reads us has gone; closing the stream tells the command so, as a pipe would.
        }
        lines.end();
    }
}
