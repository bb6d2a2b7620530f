package dev.supie.bootstrap.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.supie.adapter.in.http.Metric;
import dev.supie.bootstrap.config.Assignment;
import dev.supie.bootstrap.config.ConfigReader;
import dev.supie.bootstrap.config.ConfigResult;
import dev.supie.bootstrap.config.ConfigSources;
import dev.supie.bootstrap.config.GeneratedFile;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// docs/METRICS.md lists what a server measures, and what is in `ops/` asks for nothing else
/// (OBS-1).
final class MetricsFileTest {

    private static final Path OPS = Path.of("../ops");
    private static final Path ALERTS = OPS.resolve("prometheus-alerts.yaml");
    private static final Path DASHBOARD = OPS.resolve("grafana-dashboard.json");
    private static final Pattern NAME = Pattern.compile("\\b(?:supie|jvm|process)_[a-z_]+");
    private static final Pattern LABEL = Pattern.compile("([a-z_]+)\\{([^}]*)\\}");
    private static final Pattern LABEL_NAME = Pattern.compile("([a-z]+)(?:=|!=|=~|!~)\"");

    @TempDir private Path folder;

    /// Everything that can be measured is: also what needs a webhook.
    private List<Metric> measured() throws StartException {
        List<Assignment> assignments =
                Map.of(
                                "data.dir", folder.toString(),
                                "server.ip", "127.0.0.1",
                                "server.port", "0",
                                "server.http_port", "0",
                                "meeting.webhook.url", "http://127.0.0.1:9/",
                                "meeting.webhook.allow_private", "true")
                        .entrySet()
                        .stream()
                        .map(each -> new Assignment("test", each.getKey(), each.getValue()))
                        .toList();
        var sources = new ConfigSources(Optional.empty(), Map.of(), assignments);
        ConfigResult read = new ConfigReader(2).read(sources);
        if (!(read instanceof ConfigResult.Loaded loaded)) {
            throw new AssertionError(read);
        }
        SupieServer server = SupieServer.start(loaded);
        try {
            return server.measured();
        } finally {
            server.stop();
        }
    }

    @Test
    void thePageIsWhatIsMeasured() throws StartException {
        String rows = measured().stream().map(MetricsFileTest::row).collect(Collectors.joining());
        String page =
                """
                # Metrics

                What `/observe/metrics` shows, for Prometheus (OBS-1). This page is made from what a server says.

                A counter starts at 0 with the process. One with labels has a line for each combination that has
                occurred, so there may be none yet. A histogram has a `_bucket` for each bound `le`, a `_sum` and a
                `_count`. No label names a badge or holds anything that was said. `ops/` has alerts and a dashboard made
                of these.

                | metric | kind | labels | |
                | --- | --- | --- | --- |
                """;
        new GeneratedFile(Path.of("../docs/METRICS.md")).mustBe(page + rows);
    }

    private static String row(Metric metric) {
        return "| `%s` | %s | %s | %s |\n"
                .formatted(
                        metric.name(),
                        metric.kind().name().toLowerCase(Locale.ROOT),
                        String.join(", ", metric.labels()),
                        metric.help());
    }

    @Test
    void whatOpsAsksForIsMeasured() throws StartException, IOException {
        Map<String, Set<String>> labels =
                measured().stream()
                        .collect(
                                Collectors.toMap(
                                        Metric::name, metric -> Set.copyOf(metric.labels())));
        for (Path file : List.of(ALERTS, DASHBOARD)) {
            String text = Files.readString(file).replace("\\\"", "\"");
            Set<String> names =
                    NAME.matcher(text)
                            .results()
                            .map(MatchResult::group)
                            .collect(Collectors.toCollection(TreeSet::new));
            assertFalse(names.isEmpty());
            names.removeAll(labels.keySet());
            assertEquals(Set.of(), names, file.toString());
            LABEL.matcher(text)
                    .results()
                    .filter(match -> labels.containsKey(match.group(1)))
                    .forEach(
                            match ->
                                    assertTrue(
                                            labels.getOrDefault(match.group(1), Set.of())
                                                    .containsAll(labelsIn(match.group(2))),
                                            match.group()));
        }
    }

    /// Without the one that Prometheus adds.
    private static Set<String> labelsIn(String selector) {
        return LABEL_NAME
                .matcher(selector)
                .results()
                .map(match -> match.group(1))
                .filter(label -> !label.equals("instance"))
                .collect(Collectors.toSet());
    }

    @Test
    void everyAlertSaysWhatToDo() throws IOException {
        List<String> lines = Files.readAllLines(ALERTS);
        long alerts = lines.stream().filter(line -> line.strip().startsWith("- alert:")).count();
        assertTrue(alerts >= 10, () -> alerts + " alerts");
        for (String part : List.of("expr:", "severity:", "summary:", "description:")) {
            assertEquals(
                    alerts,
                    lines.stream().filter(line -> line.strip().startsWith(part)).count(),
                    part);
        }
    }

    @Test
    void thePanelsOfTheDashboardDoNotCoverEachOther() throws IOException {
        try (JsonReader reader = Json.createReader(Files.newBufferedReader(DASHBOARD))) {
            List<JsonObject> places =
                    reader.readObject().getJsonArray("panels").stream()
                            .map(JsonValue::asJsonObject)
                            .map(panel -> panel.getJsonObject("gridPos"))
                            .toList();
            assertTrue(places.size() >= 12, () -> places.size() + " panels");
            for (JsonObject one : places) {
                assertTrue(one.getInt("x") + one.getInt("w") <= 24, one::toString);
                assertEquals(
                        1,
                        places.stream().filter(other -> overlaps(one, other)).count(),
                        one::toString);
            }
        }
    }

    private static boolean overlaps(JsonObject one, JsonObject other) {
        return one.getInt("x") < other.getInt("x") + other.getInt("w")
                && other.getInt("x") < one.getInt("x") + one.getInt("w")
                && one.getInt("y") < other.getInt("y") + other.getInt("h")
                && other.getInt("y") < one.getInt("y") + one.getInt("h");
    }
}
