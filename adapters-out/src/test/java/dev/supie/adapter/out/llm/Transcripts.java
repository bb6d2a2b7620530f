package dev.supie.adapter.out.llm;

import dev.supie.application.meeting.port.Draft;
import dev.supie.application.meeting.port.DraftRequest;
import dev.supie.domain.meeting.DraftKind;
import dev.supie.domain.meeting.Notes;
import dev.supie.domain.meeting.Segment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Segments and requests for the tests of the extractive summarizer.
final class Transcripts {

    private static final Path MEETINGS = Path.of("src/test/resources/meetings");
    private static final int TIME_CHARS = 6;

    private Transcripts() {}

    static List<Segment> chinese() {
        return read(MEETINGS.resolve("chinese.txt"));
    }

    static List<Segment> english() {
        return read(MEETINGS.resolve("english.txt"));
    }

    /// The meeting of the demo, in two languages; its spoken repeat left out as MTG-3 does.
    static List<Segment> mixed() {
        return read(Path.of("../demo/meeting.txt"));
    }

    static List<Segment> spoken(String... texts) {
        List<Segment> segments = new ArrayList<>();
        for (String text : texts) {
            segments.add(segment(segments.size() + 1, "badge-1", text));
        }
        return segments;
    }

    static Segment segment(long number, String speaker, String text) {
        return new Segment(number, Instant.EPOCH.plusSeconds(number), speaker, text);
    }

    static Notes minutes(String language, List<Segment> window) {
        return draft(DraftKind.MINUTES, Notes.EMPTY, language, window).notes();
    }

    static Draft draft(DraftKind kind, Notes notes, String language, List<Segment> window) {
        DraftRequest request =
                new DraftRequest(kind, notes, window, language, 800, Duration.ofSeconds(10));
        return new ExtractiveSummarizer().draft(request);
    }

    private static List<Segment> read(Path file) {
        List<Segment> segments = new ArrayList<>();
        for (String line : lines(file)) {
            int colon = line.indexOf(": ");
            String speaker = line.substring(TIME_CHARS, colon);
            String text = line.substring(colon + 2);
            if (segments.isEmpty() || !segments.getLast().text().equals(text)) {
                segments.add(segment(segments.size() + 1, speaker, text));
            }
        }
        return segments;
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file).stream()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
