package dev.supie.bootstrap.config;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/// What people are told of all keys, by section. It is kept as text, `keys.txt`, because it is
/// mostly prose; every key is in it once, which a test holds.
record KeyNotes(List<Section> sections) {

    private static final String RESOURCE = "keys.txt";
    private static final String SECTION = "== ";
    private static final String KEY = "-- ";
    private static final String COMMENT = "#";

    /// Keys that belong together.
    ///
    /// @param intro what holds for all of them; may be empty
    record Section(String title, String intro, List<KeyNote> notes) {

        Section {
            notes = List.copyOf(notes);
        }
    }

    KeyNotes {
        sections = List.copyOf(sections);
    }

    static KeyNotes read() {
        try (InputStream stream =
                Objects.requireNonNull(
                        KeyNotes.class.getResourceAsStream(RESOURCE), "no " + RESOURCE)) {
            return of(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static KeyNotes of(String text) {
        String told =
                text.lines()
                        .filter(line -> !line.startsWith(COMMENT))
                        .collect(Collectors.joining("\n"));
        List<Section> sections = new ArrayList<>();
        for (String section : blocks(told, SECTION)) {
            List<String> blocks = blocks("\n" + section, KEY);
            String[] heading = section.split("\n" + KEY, 2)[0].split("\n", 2);
            sections.add(
                    new Section(
                            heading[0].strip(),
                            heading.length > 1 ? oneLine(heading[1]) : "",
                            blocks.stream().map(KeyNotes::note).toList()));
        }
        return new KeyNotes(sections);
    }

    private static List<String> blocks(String text, String start) {
        String[] blocks = ("\n" + text).split("\n" + start, -1);
        return List.of(blocks).subList(1, blocks.length);
    }

    private static KeyNote note(String block) {
        String[] lines = block.split("\n", 2);
        String[] words = lines[0].split(" \\| ", -1);
        Map<String, String> more = new LinkedHashMap<>();
        for (int i = 2; i < words.length; i++) {
            String[] pair = words[i].split("=", 2);
            more.put(pair[0].strip(), pair[1].strip());
        }
        return new KeyNote(words[0].strip(), words[1].strip(), more, oneLine(lines[1]));
    }

    private static String oneLine(String text) {
        return text.strip().replaceAll("\\s*\n\\s*", " ");
    }
}
