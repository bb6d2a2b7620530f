package dev.supie.bootstrap.pipe;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/// Cuts bytes of UTF-8 into lines. Of a line only the beginning is kept; what is no UTF-8 is
/// replaced. For one thread.
final class LineSplitter {

    /// The server cuts lines at fewer characters (COD-2).
    static final int LINE_BYTES_MAX = 4 * 1024;

    private final Consumer<String> lines;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();

    LineSplitter(Consumer<String> lines) {
        this.lines = lines;
    }

    void add(byte[] bytes, int count) {
        int from = 0;
        for (int i = 0; i < count; i++) {
            if (bytes[i] == '\n') {
                keep(bytes, from, i);
                tell();
                from = i + 1;
            }
        }
        keep(bytes, from, count);
    }

    private void keep(byte[] bytes, int from, int to) {
        line.write(bytes, from, Math.min(to - from, LINE_BYTES_MAX - line.size()));
    }

    /// What came after the last end of a line is one too.
    void end() {
        if (line.size() > 0) {
            tell();
        }
    }

    private void tell() {
        lines.accept(line.toString(StandardCharsets.UTF_8));
        line.reset();
    }
}
