package dev.supie.bootstrap.demo;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;

import java.io.PrintWriter;
import java.util.Locale;

/// What a person sees of the demo, line by line with the seconds since it began. Lines come from
/// several threads, each whole.
final class DemoScreen {

    private static final int TEXT_CHARS_MAX = 96;

    private final PrintWriter out;
    private final long begin = System.nanoTime();
    private int failures;

    DemoScreen(PrintWriter out) {
        this.out = out;
    }

    synchronized void title(String text) {
        out.println();
        out.println("== " + text);
        out.flush();
    }

    synchronized void says(String who, String text) {
        line("  ", who + ": " + text);
    }

    synchronized void does(String what) {
        line("->", what);
    }

    /// A message that the badge received, in few words.
    synchronized void hears(JsonObject message) {
        line("<-", inShort(message));
    }

    synchronized void plain(String text) {
        out.println(text);
        out.flush();
    }

    /// One promise of the contract, kept or broken.
    synchronized void check(boolean holds, String promise) {
        failures += holds ? 0 : 1;
        line(holds ? "ok" : "!!", (holds ? "" : "BROKEN: ") + promise);
    }

    synchronized int failures() {
        return failures;
    }

    private void line(String mark, String text) {
        double seconds = (System.nanoTime() - begin) / 1e9;
        String shown =
                text.length() > TEXT_CHARS_MAX
                        ? text.substring(0, text.offsetByCodePoints(0, TEXT_CHARS_MAX / 2)) + "…"
                        : text;
        out.println(String.format(Locale.ROOT, "%6.2f s %s %s", seconds, mark, shown));
        out.flush();
    }

    private static String inShort(JsonObject message) {
        String type = message.getString("type");
        String phase = message.getString("phase", message.getString("state", ""));
        return switch (phase) {
            case "transcript" -> {
                JsonArray segments = message.getJsonArray("segments");
                String last =
                        segments.isEmpty()
                                ? ""
                                : segments.getJsonObject(segments.size() - 1).getString("text");
                yield "transcript of "
                        + message.getJsonNumber("totalSegments")
                        + " segments, …"
                        + last.substring(Math.max(0, last.length() - 30));
            }
            case "progress" ->
                    "progress "
                            + message.getString("stage")
                            + " after "
                            + message.getJsonNumber("elapsedMs")
                            + " ms";
            case "summary" -> "summary: " + message.getString("title");
            default -> type + (phase.isEmpty() ? "" : " " + phase) + details(message);
        };
    }

    private static String details(JsonObject message) {
        StringBuilder details = new StringBuilder();
        message.forEach(
                (name, value) -> {
                    boolean said =
                            name.equals("type") || name.equals("phase") || name.equals("state");
                    if (!said && !(value instanceof JsonObject)) {
                        details.append(' ').append(name).append('=');
                        details.append(value instanceof JsonString s ? s.getString() : value);
                    }
                });
        return details.toString();
    }
}
