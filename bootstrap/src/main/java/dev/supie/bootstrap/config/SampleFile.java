package dev.supie.bootstrap.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A configuration file with every key in it, as a comment, so that only what is wanted otherwise
/// is set: who takes it over gets the defaults of later versions too.
public final class SampleFile {

    private static final String INTRO =
            """
            # A configuration of Supie. Every key is optional: a line such as
            #
            #   #port: 8004
            #
            # shows the default, or an example where there is none; remove its first # to change it.
            # Text behind "# " only explains. docs/CONFIGURATION.md has all of it in tables.
            #
            #   ./supie config check FILE        says what is wrong with this file
            #   ./supie config show              shows every value in force and where it came from
            #
            # What config.url hands out wins over this file, an environment variable over both, and --set over
            # all: server.http_port is SUPIE_SERVER_HTTP_PORT, or --set server.http_port=8003.
            """;

    private static final int COLUMNS = 100;
    private static final String INDENT = "  ";

    /// What an alias is called here.
    private static final Map<String, String> ALIASES =
            Map.of("llm", "main", "asr", "cloud", "tts", "cloud");

    private final StringBuilder text = new StringBuilder(INTRO);
    private List<String> open = List.of();

    private SampleFile() {}

    public static String yaml() {
        var file = new SampleFile();
        KeyNotes.read().sections().forEach(file::append);
        return file.text.toString();
    }

    private void append(KeyNotes.Section section) {
        text.append('\n');
        wrapped("# ", section.title() + (section.intro().isEmpty() ? "." : ". " + section.intro()));
        section.notes().forEach(this::append);
    }

    private void append(KeyNote note) {
        String top = note.key().split("\\.", 2)[0];
        List<String> path = List.of(note.under(ALIASES.getOrDefault(top, "main")).split("\\.", -1));
        int last = path.size() - 1;
        openSections(path.subList(0, last), note.hasAlias());
        String indent = INDENT.repeat(last);
        String start = note.hasAlias() ? behindAlias(indent) : indent;
        wrapped(start + "# ", note.meaning());
        String value = note.sample();
        String line = path.getLast() + ":" + (value.isEmpty() ? "" : " " + value);
        String comment = note.hasAlias() ? behindAlias(indent) : indent + "#";
        text.append(note.isSet() ? indent : comment).append(line).append('\n');
    }

    /// Behind an alias everything is a comment, the alias included: a service that is only half
    /// described is wrong.
    private void openSections(List<String> sections, boolean alias) {
        List<String> now = new ArrayList<>();
        for (String section : sections) {
            now.add(section);
            boolean isOpen = open.size() >= now.size() && open.subList(0, now.size()).equals(now);
            if (!isOpen) {
                String indent = INDENT.repeat(now.size() - 1);
                boolean comment = alias && now.size() > 1;
                text.append(comment ? behindAlias(indent) : indent).append(section).append(":\n");
            }
        }
        open = List.copyOf(now);
    }

    /// The `#` stands where the alias begins, so that removing it leaves the indentation right.
    private static String behindAlias(String indent) {
        return INDENT + "#" + indent.substring(INDENT.length());
    }

    private void wrapped(String start, String words) {
        var line = new StringBuilder(start);
        for (String word : words.split(" ", -1)) {
            if (line.length() + 1 + word.length() > COLUMNS && line.length() > start.length()) {
                text.append(line.toString().stripTrailing()).append('\n');
                line = new StringBuilder(start);
            }
            line.append(word).append(' ');
        }
        text.append(line.toString().stripTrailing()).append('\n');
    }
}
