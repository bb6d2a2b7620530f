package dev.supie.bootstrap.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What the dashboard of `ops/` asks fits what docs/METRICS.md says of each number (OBS-1).
/// [MetricsFileTest] sees to it that the page is true.
final class DashboardTest {

    private static final Path DASHBOARD = Path.of("../ops/grafana-dashboard.json");
    private static final Path METRICS = Path.of("../docs/METRICS.md");
    private static final Pattern NAME = Pattern.compile("\\b(?:supie|jvm|process)_[a-z_]+");
    private static final Pattern RATED =
            Pattern.compile("(?:rate|increase)\\(((?:supie|jvm|process)_[a-z_]+)");
    private static final Pattern GROUPED = Pattern.compile("\\bby \\(([a-z, ]+)\\)");
    private static final Pattern SHOWN = Pattern.compile("\\{\\{([a-z]+)\\}\\}");
    private static final String ADDED_BY_PROMETHEUS = "instance";
    private static final int WIDTH = 24;

    /// One row of the page.
    private record Described(String kind, Set<String> labels) {}

    /// One line of a panel.
    private record Line(String panel, String expression, String legend) {

        Set<String> names() {
            return found(NAME, expression, 0);
        }

        Set<String> groups() {
            return found(GROUPED, expression, 1).stream()
                    .flatMap(labels -> Stream.of(labels.split(", ?", -1)))
                    .collect(Collectors.toSet());
        }

        private static Set<String> found(Pattern pattern, String text, int group) {
            return pattern.matcher(text)
                    .results()
                    .map((MatchResult match) -> match.group(group))
                    .collect(Collectors.toSet());
        }
    }

    private static Map<String, Described> numbers() throws IOException {
        return Files.readAllLines(METRICS).stream()
                .filter(line -> line.startsWith("| `"))
                .map(line -> line.split("\\|", -1))
                .collect(
                        Collectors.toMap(
                                cells -> cells[1].strip().replace("`", ""),
                                cells ->
                                        new Described(cells[2].strip(), labels(cells[3].strip()))));
    }

    private static Described described(Map<String, Described> known, String name) {
        return Objects.requireNonNull(known.get(name), name);
    }

    private static Set<String> labels(String cell) {
        return cell.isEmpty() ? Set.of() : Set.of(cell.split(", ", -1));
    }

    private static JsonArray panels() throws IOException {
        try (Reader text = Files.newBufferedReader(DASHBOARD);
                JsonReader reader = Json.createReader(text)) {
            return reader.readObject().getJsonArray("panels");
        }
    }

    private static List<Line> lines() throws IOException {
        return panels().getValuesAs(JsonObject.class).stream()
                .filter(panel -> panel.containsKey("targets"))
                .flatMap(
                        panel ->
                                panel.getJsonArray("targets").getValuesAs(JsonObject.class).stream()
                                        .map(target -> line(panel, target)))
                .toList();
    }

    private static Line line(JsonObject panel, JsonObject target) {
        return new Line(
                panel.getString("title"),
                target.getString("expr"),
                target.getString("legendFormat", ""));
    }

    @Test
    void everyNumberIsOnThePage() throws IOException {
        Map<String, Described> known = numbers();
        assertFalse(lines().isEmpty());
        for (Line line : lines()) {
            assertFalse(line.names().isEmpty(), line::toString);
            assertTrue(known.keySet().containsAll(line.names()), line::toString);
        }
    }

    @Test
    void countersAreRatesAndNothingElseIs() throws IOException {
        Map<String, Described> known = numbers();
        for (Line line : lines()) {
            Set<String> rated = Line.found(RATED, line.expression(), 1);
            Set<String> counters =
                    line.names().stream()
                            .filter(name -> described(known, name).kind().equals("counter"))
                            .collect(Collectors.toSet());
            assertEquals(counters, rated, line::toString);
        }
    }

    @Test
    void whatIsGroupedByAndShownIsALabel() throws IOException {
        Map<String, Described> known = numbers();
        for (Line line : lines()) {
            Set<String> labels = new HashSet<>(Set.of(ADDED_BY_PROMETHEUS));
            line.names().forEach(name -> labels.addAll(described(known, name).labels()));
            assertTrue(labels.containsAll(line.groups()), line::toString);
            Set<String> left = new HashSet<>(line.groups());
            left.add(ADDED_BY_PROMETHEUS);
            assertTrue(left.containsAll(Line.found(SHOWN, line.legend(), 1)), line::toString);
        }
    }

    @Test
    void panelsHaveAnIdAndAPlaceOfTheirOwn() throws IOException {
        Set<Integer> ids = new HashSet<>();
        Set<Integer> cells = new HashSet<>();
        for (JsonObject panel : panels().getValuesAs(JsonObject.class)) {
            assertTrue(ids.add(panel.getInt("id")), panel::toString);
            JsonObject place = panel.getJsonObject("gridPos");
            for (int x = place.getInt("x"); x < place.getInt("x") + place.getInt("w"); x++) {
                assertTrue(x < WIDTH, panel::toString);
                for (int y = place.getInt("y"); y < place.getInt("y") + place.getInt("h"); y++) {
                    assertTrue(cells.add(y * WIDTH + x), panel::toString);
                }
            }
        }
    }
}
