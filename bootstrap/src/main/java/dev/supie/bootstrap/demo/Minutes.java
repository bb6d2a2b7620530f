package dev.supie.bootstrap.demo;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;

import java.util.ArrayList;
import java.util.List;

/// A meeting's summary (MTG-8) as a person reads it.
final class Minutes {

    private Minutes() {}

    static List<String> lines(JsonObject summary) {
        List<String> lines = new ArrayList<>();
        lines.add(summary.getString("title"));
        lines.add(
                summary.getString("duration")
                        + ", "
                        + summary.getInt("sourceSegments")
                        + " segments, written by "
                        + summary.getString("provider"));
        add(lines, "Bullets", summary.getJsonArray("bullets"));
        add(lines, "Decisions", summary.getJsonArray("decisions"));
        add(lines, "Actions", summary.getJsonArray("actions"));
        add(lines, "Risks", summary.getJsonArray("risks"));
        add(lines, "Next steps", summary.getJsonArray("nextSteps"));
        return lines;
    }

    private static void add(List<String> lines, String title, JsonArray entries) {
        if (entries.isEmpty()) {
            return;
        }
        lines.add("");
        lines.add(title);
        for (int i = 0; i < entries.size(); i++) {
            lines.add("  - " + entries.getString(i));
        }
    }
}
