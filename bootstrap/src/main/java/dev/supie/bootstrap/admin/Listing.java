package dev.supie.bootstrap.admin;

import dev.supie.bootstrap.remote.Shown;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;

import org.jspecify.annotations.Nullable;

import java.io.PrintWriter;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Rows for people: a line of names, then a line for each, columns under each other; or JSON lines.
/// What came from outside cannot steer a terminal.
enum Listing {
    SERVER("No server.", List.of("version", "startedAt", "connections", "meetings")),
    ONLINE(
            "No badges are connected.",
            List.of("deviceId", "mode", "connectedMs", "lastHeardMs", "address", "meetingId")),
    MEETINGS(
            "No meetings run.",
            List.of("id", "phase", "startedAtMs", "totalSegments", "deviceId", "guests")),
    QUEUES("No messages wait.", List.of("deviceId", "waiting", "oldestMs", "bytes"));

    /// Members that are moments are called so.
    private static final String MOMENT = "Ms";

    private final String nothing;

    @SuppressWarnings("ImmutableEnumChecker") // Made by List.of.
    private final List<String> columns;

    Listing(String nothing, List<String> columns) {
        this.nothing = nothing;
        this.columns = columns;
    }

    void print(List<JsonObject> rows, boolean json, PrintWriter out) {
        if (json) {
            rows.forEach(out::println);
        } else if (rows.isEmpty()) {
            out.println(nothing);
        } else {
            table(rows).forEach(out::println);
        }
    }

    private List<String> table(List<JsonObject> rows) {
        List<List<String>> cells =
                Stream.concat(
                                Stream.of(columns.stream().map(Listing::heading).toList()),
                                rows.stream().map(this::cells))
                        .toList();
        return cells.stream().map(row -> line(row, cells)).toList();
    }

    private static String line(List<String> row, List<List<String>> all) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < row.size(); column++) {
            int at = column;
            int width = all.stream().mapToInt(one -> one.get(at).length()).max().orElse(0);
            line.append(row.get(column)).repeat(' ', width + 2 - row.get(column).length());
        }
        return line.toString().stripTrailing();
    }

    private static String heading(String column) {
        String name = isMoment(column) ? column.substring(0, column.length() - 2) : column;
        return name.replaceAll("([A-Z])", "-$1").toUpperCase(Locale.ROOT);
    }

    private List<String> cells(JsonObject row) {
        return columns.stream().map(column -> cell(column, row.get(column))).toList();
    }

    private static boolean isMoment(String column) {
        return column.endsWith(MOMENT);
    }

    private static String cell(String column, @Nullable JsonValue value) {
        return switch (value) {
            case null -> "-";
            case JsonString text -> Shown.text(text.getString());
            case JsonNumber number when isMoment(column) ->
                    Instant.ofEpochMilli(number.longValue())
                            .toString()
                            .replaceFirst("\\.\\d+Z", "Z");
            case JsonArray several when several.isEmpty() -> "-";
            case JsonArray several ->
                    several.getValuesAs(JsonString.class).stream()
                            .map(one -> Shown.text(one.getString()))
                            .collect(Collectors.joining(","));
            default -> Shown.text(value.toString());
        };
    }
}
