package dev.supie.bootstrap.meetings;

import dev.supie.bootstrap.remote.Shown;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;

/// A meeting's minutes for people.
final class MinutesPage {

    private final PrintWriter out;

    MinutesPage(PrintWriter out) {
        this.out = out;
    }

    void print(JsonObject meeting) {
        String title = Shown.text(meeting, "title");
        out.println(title.isEmpty() ? "(no title yet)" : title);
        out.println(
                Shown.moment(meeting, "startedAt")
                        + ", "
                        + length(meeting)
                        + ", "
                        + meeting.getInt("totalSegments", 0)
                        + " segments, badge "
                        + Shown.text(meeting, "deviceId"));
        JsonObject summary = meeting.getJsonObject("summary");
        if (summary == null) {
            out.println("no minutes yet, " + Shown.text(meeting, "phase"));
            return;
        }
        out.println(
                "written by "
                        + Shown.text(summary, "provider")
                        + (summary.getBoolean("degraded", false)
                                ? " (" + Shown.text(summary, "degradedReason") + ")"
                                : ""));
        lines("Summary", summary, "bullets");
        lines("Decisions", summary, "decisions");
        lines("Actions", summary, "actions");
        lines("Risks", summary, "risks");
        lines("Next steps", summary, "nextSteps");
    }

    private void lines(String heading, JsonObject summary, String name) {
        List<JsonString> lines = summary.getJsonArray(name).getValuesAs(JsonString.class);
        if (lines.isEmpty()) {
            return;
        }
        out.println();
        out.println(heading);
        lines.forEach(line -> out.println("  - " + Shown.text(line.getString())));
    }

    static String length(JsonObject meeting) {
        Duration length = Duration.ofMillis(meeting.getJsonNumber("durationMs").longValue());
        return "%02d:%02d:%02d"
                .formatted(length.toHours(), length.toMinutesPart(), length.toSecondsPart());
    }
}
