package dev.supie.bootstrap.cli;

import dev.supie.adapter.out.speech.model.Progress;

import java.io.PrintWriter;
import java.util.Locale;

/// A bar that grows on one line, drawn anew only when it has changed.
final class ProgressBar implements Progress {

    private static final int WIDTH = 30;
    private static final int MEGABYTE = 1_000_000;
    private static final String ERASE_LINE = "\r\u001b[K";

    private final PrintWriter out;
    private String drawn = "";

    ProgressBar(PrintWriter out) {
        this.out = out;
    }

    @Override
    public void at(String what, long done, long total) {
        String line = line(what, done, total);
        if (!line.equals(drawn)) {
            drawn = line;
            out.print("\r" + line);
            out.flush();
        }
    }

    static String line(String what, long done, long total) {
        double part = total == 0 ? 1 : (double) done / total;
        int filled = (int) (part * WIDTH);
        return String.format(
                Locale.ROOT,
                "[%s%s] %3d %% of %d MB  %-50s",
                "#".repeat(filled),
                ".".repeat(WIDTH - filled),
                (int) (part * 100),
                total / MEGABYTE,
                what);
    }

    /// Takes the bar away, so that what comes next has a line of its own.
    void end() {
        if (!drawn.isEmpty()) {
            out.print(ERASE_LINE);
            out.flush();
            drawn = "";
        }
    }
}
