package dev.supie.bootstrap.demo;

import java.io.PrintWriter;
import java.util.Locale;

/// Lines and nothing else, for files, pipes and those who like it so. What is understood so far has
/// a line of its own each time, which ends with `…`.
final class PlainScreen implements CaptionScreen {

    private final PrintWriter out;
    private final Stopwatch watch;
    private String speaker = "";
    private boolean over;

    PlainScreen(PrintWriter out, Stopwatch watch) {
        this.out = out;
        this.watch = watch;
    }

    @Override
    public synchronized void title(String text) {
        print("");
        print("== " + text);
    }

    @Override
    public synchronized void line(String text) {
        print(text);
    }

    @Override
    public synchronized void speaks(String who) {
        speaker = who;
    }

    @Override
    public void tick() {
        // A line that says only that time passes is no news.
    }

    @Override
    public synchronized void guess(String who, String text) {
        if (speaker.equals(who)) {
            print(caption(who, text + " …"));
        }
    }

    @Override
    public synchronized void said(String who, String text, String note) {
        speaker = "";
        print(caption(who, text));
        print(" ".repeat(caption("", "").length()) + "(" + note + ")");
    }

    private String caption(String who, String text) {
        return String.format(Locale.ROOT, "%6s  %-10s %s", watch, who, text);
    }

    @Override
    public synchronized void end(String text) {
        print(text);
        over = true;
    }

    private void print(String text) {
        if (!over) {
            out.println(text);
            out.flush();
        }
    }
}
