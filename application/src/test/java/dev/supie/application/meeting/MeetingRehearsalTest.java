package dev.supie.application.meeting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.supie.application.fake.ScriptedSummarizer;
import dev.supie.application.meeting.MeetingRehearsal.Line;
import dev.supie.application.meeting.MeetingRehearsal.Outcome;
import dev.supie.application.meeting.port.DraftRequest;
import dev.supie.domain.meeting.DraftKind;
import dev.supie.domain.meeting.Language;
import dev.supie.domain.meeting.MeetingSettings;
import dev.supie.domain.meeting.Quality;
import dev.supie.domain.meeting.Segment;
import dev.supie.domain.meeting.Summary;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A rehearsal follows the rules of MTG-3 to MTG-8, as a meeting of a badge does.
final class MeetingRehearsalTest {

    private final ScriptedSummarizer model = new ScriptedSummarizer("model");
    private final ScriptedSummarizer quoting = new ScriptedSummarizer(Summary.EXTRACTIVE);

    private Outcome play(List<Line> lines) {
        return rehearsal(Optional.empty()).play(lines);
    }

    private MeetingRehearsal rehearsal(Optional<Language> targetLanguage) {
        return new MeetingRehearsal(MeetingSettings.DEFAULTS, model, quoting, targetLanguage);
    }

    private static List<Line> lines(int count, Duration pace) {
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String text = "Point " + i + " of the plan is about budget line " + i * 7 + ".";
            lines.add(new Line(pace.multipliedBy(i), i % 2 == 0 ? "Ana" : "Ben", text));
        }
        return lines;
    }

    @Test
    void aShortMeetingIsOneDraftWithItsSpeakers() {
        Outcome outcome = play(lines(3, Duration.ofSeconds(10)));

        DraftRequest request = model.requests().getFirst();
        assertEquals(1, outcome.asked());
        assertEquals(DraftKind.MINUTES, request.kind());
        assertEquals(
                List.of("Ana", "Ben", "Ana"),
                request.window().stream().map(Segment::speaker).toList());
        assertEquals(3, outcome.summary().sourceSegments());
        assertEquals(Duration.ofSeconds(20), outcome.summary().duration());
        assertEquals("model", outcome.summary().provider());
        assertEquals(List.of(), outcome.failures());
        assertEquals(List.of(), outcome.checkpoints());
    }

    @Test
    void aLongOneHasCheckpointsAndEveryWordInOneWindow() {
        List<Line> lines = lines(200, Duration.ofSeconds(10));
        Outcome outcome = play(lines);

        assertEquals(3, outcome.checkpoints().size(), "one in ten minutes");
        assertTrue(outcome.checkpoints().stream().allMatch(Summary::checkpoint));
        assertEquals(model.requests().size(), outcome.asked());
        assertEquals(
                lines.stream().map(Line::text).toList(),
                model.requests().stream()
                        .flatMap(request -> request.window().stream())
                        .map(Segment::text)
                        .toList());
        assertTrue(
                model.requests().stream().allMatch(request -> chars(request) <= 4000),
                "a window is no larger than allowed");
    }

    private static int chars(DraftRequest request) {
        return request.window().stream().mapToInt(segment -> segment.text().length()).sum();
    }

    @Test
    void aModelThatFailsIsStoodInForAndTold() {
        model.failNext("503");
        Outcome outcome = play(lines(3, Duration.ofSeconds(10)));

        assertEquals(List.of("503"), outcome.failures());
        assertEquals(1, outcome.asked());
        assertEquals(Summary.EXTRACTIVE, outcome.summary().provider());
        assertEquals(new Quality.Degraded("503"), outcome.summary().quality());
    }

    @Test
    void aBugInASummarizerIsAFailureLikeAnyOther() {
        model.breakNext();
        quoting.breakNext().breakNext();
        Outcome outcome = play(lines(3, Duration.ofSeconds(10)));

        assertEquals(List.of("the summarizer failed"), outcome.failures());
        assertEquals(Summary.EXTRACTIVE, outcome.summary().provider());
    }

    @Test
    void whatIsSaidTwiceIsHeardOnce() {
        Line line = new Line(Duration.ZERO, "Ana", "Hello everybody.");

        assertEquals(1, play(List.of(line, line)).summary().sourceSegments());
    }

    @Test
    void nothingSaidIsNothingAsked() {
        Outcome outcome = play(List.of());

        assertEquals(0, outcome.asked());
        assertEquals(List.of(), outcome.summary().minutes().bullets());
    }

    /// MTG-8: `meeting.min_duration_ms`.
    @Test
    void aMeetingLastsAtLeastAsLongAsConfigured() {
        MeetingSettings usual = MeetingSettings.DEFAULTS;
        MeetingSettings settings =
                new MeetingSettings(
                        usual.pushInterval(),
                        usual.checkpointInterval(),
                        Duration.ofMinutes(3),
                        usual.resumeWindow(),
                        usual.windowCharsMax(),
                        usual.notesTokensMax(),
                        usual.minutesTokensMax(),
                        usual.draftTimeLimit(),
                        usual.termMap(),
                        usual.membersMax());
        MeetingRehearsal rehearsal =
                new MeetingRehearsal(settings, model, quoting, Optional.empty());

        assertEquals(
                Duration.ofMinutes(3),
                rehearsal.play(lines(3, Duration.ofSeconds(10))).summary().duration());
        assertEquals(
                Duration.ofSeconds(190),
                rehearsal.play(lines(20, Duration.ofSeconds(10))).summary().duration());
    }

    /// MTG-11: `meeting.target_lang`; otherwise the one that most of the talk is in.
    @Test
    void minutesAreInTheMeetingsLanguageUnlessToldOtherwise() {
        List<Line> chinese = List.of(new Line(Duration.ZERO, "Li", "今天讨论 budget 和人手。"));
        List<Line> english = List.of(new Line(Duration.ZERO, "小李", "Today it is 预算 and hiring."));

        rehearsal(Optional.empty()).play(chinese);
        rehearsal(Optional.empty()).play(english);
        rehearsal(Optional.of(Language.EN)).play(chinese);
        rehearsal(Optional.of(Language.ZH)).play(english);

        assertEquals(
                List.of("zh", "en", "en", "zh"),
                model.requests().stream().map(DraftRequest::language).toList());
    }
}
