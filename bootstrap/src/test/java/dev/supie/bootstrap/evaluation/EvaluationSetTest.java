package dev.supie.bootstrap.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.supie.domain.evaluation.Coverage;
import dev.supie.domain.evaluation.MinutesScore;
import dev.supie.domain.evaluation.MinutesScorer;
import dev.supie.domain.evaluation.Reference;
import dev.supie.domain.evaluation.ReferenceMeeting;
import dev.supie.domain.meeting.Minutes;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The meetings of the evaluation can be told apart, are many enough, and can be won and lost.
final class EvaluationSetTest {

    private static final Path FOLDER =
            Path.of("src/main/resources/dev/supie/bootstrap/evaluation/meetings");

    private final List<ReferenceMeeting> meetings = EvaluationSet.meetings();
    private final MinutesScorer scorer = new MinutesScorer(List.of());

    @Test
    void everyFileIsPlayed() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            assertEquals(
                    Set.copyOf(EvaluationSet.NAMES),
                    files.map(file -> file.getFileName().toString().replace(".txt", ""))
                            .collect(Collectors.toSet()));
        }
    }

    @Test
    void thereAreEnoughOfEveryKind() {
        assertTrue(meetings.size() >= 12);
        for (String languages : List.of("zh", "en", "mixed")) {
            List<ReferenceMeeting> those =
                    meetings.stream().filter(each -> each.languages().equals(languages)).toList();
            assertTrue(those.size() >= 4, languages);
            assertTrue(those.stream().anyMatch(ReferenceMeeting::isTrapped), languages);
            assertTrue(those.stream().anyMatch(each -> each.said().size() > 100), languages);
        }
        for (ReferenceMeeting meeting : meetings) {
            assertTrue(meeting.said().size() >= 20, meeting.name());
            assertTrue(meeting.said().size() <= 200, meeting.name());
            assertTrue(!meeting.decisions().isEmpty(), meeting.name());
            assertTrue(!meeting.actions().isEmpty(), meeting.name());
        }
    }

    @Test
    void minutesThatSayWhatTheyShouldGetFullMarks() {
        for (ReferenceMeeting meeting : meetings) {
            MinutesScore score = score(meeting, meeting.decisions(), meeting.actions());

            assertEquals(full(meeting.decisions()), score.decisions(), meeting.name());
            assertEquals(full(meeting.actions()), score.actions(), meeting.name());
            assertEquals(List.of(), score.missed(), meeting.name());
        }
    }

    @Test
    void noLineIsGoodForTwoReferences() {
        for (ReferenceMeeting meeting : meetings) {
            Stream.concat(meeting.decisions().stream(), meeting.actions().stream())
                    .forEach(
                            one ->
                                    assertEquals(
                                            1,
                                            score(meeting, List.of(one), List.of())
                                                    .anywhere()
                                                    .found(),
                                            one::toString));
        }
    }

    @Test
    void aLineOfAnotherMeetingIsWorthNothing() {
        for (int i = 0; i < meetings.size(); i++) {
            ReferenceMeeting other = meetings.get((i + 1) % meetings.size());
            MinutesScore score = score(meetings.get(i), other.decisions(), other.actions());

            assertEquals(0, score.anywhere().found(), meetings.get(i).name());
            assertEquals(
                    other.decisions().size() + other.actions().size(),
                    score.unbacked().size(),
                    meetings.get(i).name());
        }
    }

    private MinutesScore score(
            ReferenceMeeting meeting, List<Reference> decisions, List<Reference> actions) {
        return scorer.score(
                meeting,
                List.of(),
                new Minutes(
                        "Title",
                        List.of("A bullet"),
                        lines(decisions),
                        lines(actions),
                        List.of(),
                        List.of()));
    }

    private static List<String> lines(List<Reference> references) {
        return references.stream().map(reference -> reference.wordings().getFirst()).toList();
    }

    private static Coverage full(List<Reference> references) {
        return new Coverage(references.size(), references.size());
    }
}
