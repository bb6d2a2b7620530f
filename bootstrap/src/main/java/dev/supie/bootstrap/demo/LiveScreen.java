package dev.supie.bootstrap.demo;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A terminal of at least 80 columns: the line of who speaks is drawn anew whenever more of it is
/// understood, and everything above it stays. No state of the terminal is ever left changed.
final class LiveScreen implements CaptionScreen {

    private static final String ERASE_LINE = "\r\u001b[K";

    /// A terminal that is narrower after all shall cut the line instead of breaking it, because a
    /// broken one cannot be drawn over.
    private static final String CUT_LINES = "\u001b[?7l";

    private static final String BREAK_LINES = "\u001b[?7h";

    private static final String BOLD = "1";
    private static final String FAINT = "2";
    private static final String RED = "31";

    /// One for each speaker, then again from the first.
    private static final List<String> COLOURS = List.of("1;36", "1;35", "1;33", "1;32");

    /// What is left of 80 columns beside the time and the name.
    private static final int TEXT_CHARS = 58;

    private static final String INDENT = " ".repeat(21);

    private final PrintWriter out;
    private final Stopwatch watch;
    private final List<String> speakers = new ArrayList<>();
    private String speaker = "";
    private String text = "";
    private String drawn = "";
    private boolean over;

    LiveScreen(PrintWriter out, Stopwatch watch) {
        this.out = out;
        this.watch = watch;
    }

    @Override
    public synchronized void title(String title) {
        print("");
        print(coloured(BOLD, title));
    }

    @Override
    public synchronized void line(String line) {
        print(line);
    }

    @Override
    public synchronized void speaks(String who) {
        speaker = who;
        text = "";
        draw();
    }

    @Override
    public synchronized void tick() {
        draw();
    }

    @Override
    public synchronized void guess(String who, String guessed) {
        if (speaker.equals(who)) {
            text = guessed;
            draw();
        }
    }

    @Override
    public synchronized void said(String who, String words, String note) {
        speaker = "";
        String before = prefix(who, " ");
        for (String line : Paragraph.lines(words, TEXT_CHARS)) {
            print(before + line);
            before = INDENT;
        }
        print(INDENT + coloured(FAINT, note));
    }

    /// The one line that changes.
    private void draw() {
        if (over || speaker.isEmpty()) {
            return;
        }
        String line =
                prefix(speaker, coloured(RED, "●"))
                        + coloured(FAINT, Paragraph.tail(text, TEXT_CHARS));
        if (!line.equals(drawn)) {
            drawn = line;
            out.print(ERASE_LINE + CUT_LINES + line + BREAK_LINES);
            out.flush();
        }
    }

    private String prefix(String who, String mark) {
        String name = String.format(Locale.ROOT, "%-10s", who);
        String time = String.format(Locale.ROOT, "%6s", watch);
        return coloured(FAINT, time) + "  " + coloured(colour(who), name) + " " + mark + " ";
    }

    private String colour(String who) {
        if (!speakers.contains(who)) {
            speakers.add(who);
        }
        return COLOURS.get(speakers.indexOf(who) % COLOURS.size());
    }

    private static String coloured(String colour, String text) {
        return "\u001b[" + colour + "m" + text + "\u001b[m";
    }

    @Override
    public synchronized void end(String last) {
        print(last);
        over = true;
    }

    private void print(String line) {
        if (over) {
            return;
        }
        if (!drawn.isEmpty()) {
            out.print(ERASE_LINE);
            drawn = "";
        }
        out.println(line);
        out.flush();
    }
}
