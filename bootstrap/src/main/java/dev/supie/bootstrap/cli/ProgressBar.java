package dev.supie.bootstrap.cli;

import dev.supie.adapter.out.speech.model.Progress;

import java.io.PrintWriter;
import java.util.Locale;

/// How far something is. At a terminal a bar that grows on one line of at most 80 columns, drawn
/// anew only when it has changed; elsewhere one line for each thing that is done.
final class ProgressBar implements Progress {

    private static final int WIDTH = 20;
    private static final int WHAT_CHARS_MAX = 40;
    private static final int MEGABYTE = 1_000_000;
    private static final String ERASE_LINE = "\r\u001b[K";

    private final PrintWriter out;
    private final boolean live;
    private String drawn = "";

    /// @param live whether what has been printed may be drawn anew
    ProgressBar(PrintWriter out, boolean live) {
        this.out = out;
        this.live = live;
    }

    @Override
    public void at(String what, long done, long total) {
        String line = live ? line(what, done, total) : what + ", " + total / MEGABYTE + " MB";
        if (!line.equals(drawn)) {
            drawn = line;
            out.print(live ? ERASE_LINE + line : line + System.lineSeparator());
            out.flush();
        }
    }

    static String line(String what, long done, long total) {
        double part = total == 0 ? 1 : (double) done / total;
        int filled = (int) (part * WIDTH);
        return String.format(
                Locale.ROOT,
                "[%s%s] %3d %% of %d MB  %s",
                "#".repeat(filled),
                ".".repeat(WIDTH - filled),
                (int) (part * 100),
                total / MEGABYTE,
                what.substring(Math.max(0, what.length() - WHAT_CHARS_MAX)));
    }

    /// Takes the bar away, so that what comes next has a line of its own.
    void end() {
        if (live && !drawn.isEmpty()) {
            out.print(ERASE_LINE);
            out.flush();
        }
        drawn = "";
    }
}
