package dev.supie.application.tool;

import dev.supie.domain.meeting.MeetingHead;
import dev.supie.domain.meeting.MeetingHead.Phase;
import dev.supie.domain.meeting.Minutes;
import dev.supie.domain.meeting.Segment;
import dev.supie.domain.meeting.Summary;
import dev.supie.domain.task.TaskSettings;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/// Meetings in words for a model, with times of the team's clocks. The words of people stay on
/// lines of their own.
record MeetingWords(TaskSettings team) {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ENGLISH);

    /// A title is shown up to so many characters.
    private static final int TITLE_MAX = 200;

    String line(MeetingHead head) {
        return "- id %s, \"%s\", %s, recorded by %s, %s"
                .formatted(
                        head.id(),
                        ToolText.line(title(head), TITLE_MAX),
                        at(head.startedAt(), DAY),
                        team.ownerOf(head.device()),
                        state(head));
    }

    private static String title(MeetingHead head) {
        String title =
                switch (head.phase()) {
                    case Phase.Recording _, Phase.Finalizing _ -> head.notes().title();
                    case Phase.Finalized finalized -> finalized.summary().minutes().title();
                };
        return title.isBlank() ? "untitled" : title;
    }

    private static String state(MeetingHead head) {
        return switch (head.phase()) {
            case Phase.Recording _ -> "still being recorded";
            case Phase.Finalizing _ -> "minutes being written";
            case Phase.Finalized finalized -> length(finalized.summary());
        };
    }

    private static String length(Summary summary) {
        return Math.max(1, summary.duration().toMinutes()) + " min";
    }

    ToolResult minutes(MeetingHead head) {
        return switch (head.phase()) {
            case Phase.Recording _ ->
                    ToolResult.error("the meeting is still being recorded: end it at its badge");
            case Phase.Finalizing _ ->
                    ToolResult.error("the minutes are being written: ask again in a minute");
            case Phase.Finalized finalized -> minutes(head, finalized.summary().minutes());
        };
    }

    private ToolResult minutes(MeetingHead head, Minutes minutes) {
        ToolLines lines = new ToolLines();
        lines.add(line(head));
        part(lines, "Points", minutes.bullets());
        part(lines, "Decisions", minutes.decisions());
        part(lines, "Actions", minutes.actions());
        part(lines, "Risks", minutes.risks());
        part(lines, "Next steps", minutes.nextSteps());
        return lines.result();
    }

    private static void part(ToolLines lines, String name, List<String> texts) {
        if (!texts.isEmpty()) {
            lines.add(name + ":");
            lines.addAll(texts.stream().map(text -> "- " + text).toList());
        }
    }

    String spoken(Segment segment) {
        return "%d. %s %s: %s"
                .formatted(
                        segment.number(),
                        at(segment.at(), CLOCK),
                        segment.speaker(),
                        segment.text());
    }

    private String at(Instant moment, DateTimeFormatter form) {
        return form.format(moment.atOffset(team.offset()));
    }
}
