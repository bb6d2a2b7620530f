package dev.supie.adapter.out.llm;

import dev.supie.application.meeting.port.DraftRequest;
import dev.supie.domain.meeting.DraftKind;
import dev.supie.domain.meeting.Note;
import dev.supie.domain.meeting.Notes;
import dev.supie.domain.meeting.Segment;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/// Draft requests for tests.
final class Requests {

    static final Instant AT = Instant.parse("2026-11-21T08:00:00Z");
    static final Duration TIME_LIMIT = Duration.ofSeconds(30);

    static final Notes NOTES =
            new Notes(
                    "Budget",
                    List.of(new Note("We start with the budget", 2)),
                    List.of(new Note("Budget is approved", 3)),
                    List.of(),
                    List.of(),
                    List.of());

    static final List<Segment> WINDOW =
            List.of(segment(5, "Anna", "Li Lei sends the contract"), segment(6, "李雷", "周五之前发"));

    private Requests() {}

    static DraftRequest request() {
        return new DraftRequest(DraftKind.MINUTES, NOTES, WINDOW, "en", 800, TIME_LIMIT);
    }

    static DraftRequest within(Duration timeLimit) {
        return new DraftRequest(DraftKind.MINUTES, NOTES, WINDOW, "en", 800, timeLimit);
    }

    static DraftRequest saying(String... texts) {
        List<Segment> window =
                IntStream.range(0, texts.length)
                        .mapToObj(i -> segment(i + 1, "badge", texts[i]))
                        .toList();
        return new DraftRequest(DraftKind.NOTES, Notes.EMPTY, window, "en", 400, TIME_LIMIT);
    }

    static Segment segment(long number, String speaker, String text) {
        return new Segment(number, AT, speaker, text);
    }
}
