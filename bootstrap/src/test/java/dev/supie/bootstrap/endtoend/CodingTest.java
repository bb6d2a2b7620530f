package dev.supie.bootstrap.endtoend;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.supie.bootstrap.server.StartException;

import jakarta.json.Json;
import jakarta.json.JsonObject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/// Builds over real sockets, with a model's server that works, hangs and fails (COD-1 to COD-5).
@Timeout(120)
final class CodingTest {

    private static final String LI = "94:a9:90:00:00:01";
    private static final String ZOE = "94:a9:90:00:00:02";
    private static final String ERROR = "main.c:7:2: error: 'speed' undeclared";
    private static final String ADVICE =
            """
            {"insights":["A name is used before it is declared","%s"],"risks":[],\
            "actions":["Declare it"],"nextSteps":[],"from":"root","type":"system"}"""
                    .formatted(ERROR);

    static JsonObject coding(String event) {
        return Json.createObjectBuilder().add("type", "coding").add("event", event).build();
    }

    static JsonObject log(String text) {
        return Json.createObjectBuilder(coding("log")).add("text", text).build();
    }

    static boolean isInsight(JsonObject heard) {
        return heard.getString("type").equals("coding")
                && heard.getString("event", "").equals("insight");
    }

    static boolean isSummary(JsonObject heard) {
        return heard.getString("type").equals("coding")
                && heard.getString("event", "").equals("summary");
    }

    @Test
    void aModelAdvisesAndRepeatsNothing(@TempDir Path folder)
            throws StartException, InterruptedException, IOException {
        try (ModelServer model = new ModelServer(Duration.ZERO).saying("speed", ADVICE);
                Site site = Site.open(folder, model.settings())) {
            Badge li = site.badge(LI);
            li.say(log(ERROR));
            JsonObject insight = li.await(CodingTest::isInsight);
            assertAll(
                    () -> assertEquals("test-model", insight.getString("provider")),
                    () ->
                            assertEquals(
                                    "A name is used before it is declared",
                                    insight.getJsonArray("insights").getString(0)),
                    () -> assertEquals(1, insight.getJsonArray("insights").size()),
                    () -> assertFalse(insight.containsKey("from")));
            site.awaitMetric("supie_coding_looks_total{by=\"model\",use=\"insight\"}", 1);
            assertEquals(1, site.metric("supie_model_calls_total{result=\"ok\",use=\"coding\"}"));
        }
    }

    @Test
    void aModelThatHangsCostsASummaryLessThanTwoSeconds(@TempDir Path folder)
            throws StartException, InterruptedException, IOException {
        try (ModelServer model =
                        new ModelServer(Duration.ZERO)
                                .thinkingFor(Duration.ofSeconds(60), "speed");
                Site site = Site.open(folder, model.settings())) {
            Badge li = site.badge(LI);
            li.say(log(ERROR));
            li.await(Messages.ofType("coding"));
            li.say(Messages.ping("p1"));
            li.await(Messages.withRid("p1"));
            long stopped = li.say(coding("stop"));
            Badge.Heard summary = li.hear(CodingTest::isSummary);
            assertAll(
                    () -> assertEquals("rules", summary.message().getString("provider")),
                    () ->
                            assertTrue(
                                    summary.nanos() - stopped < Duration.ofSeconds(4).toNanos(),
                                    "it takes 1.2 s, and the machine may be busy"));
            site.awaitMetric("supie_model_calls_total{result=\"timeout\",use=\"coding\"}", 1);
            assertEquals(1, site.metric("supie_coding_looks_total{by=\"rules\",use=\"summary\"}"));
        }
    }

    @Test
    void aModelThatFailsIsStoodInForByRules(@TempDir Path folder)
            throws StartException, InterruptedException, IOException {
        try (ModelServer model = new ModelServer(Duration.ZERO).failingOn("speed");
                Site site = Site.open(folder, model.settings())) {
            Badge li = site.badge(LI);
            li.say(log(ERROR));
            assertEquals("rules", li.await(CodingTest::isInsight).getString("provider"));
            assertEquals(
                    1,
                    site.metric("supie_model_calls_total{result=\"unavailable\",use=\"coding\"}"));
        }
    }

    @Test
    void aGroupHearsWhoBuildsIfSoConfigured(@TempDir Path folder)
            throws StartException, InterruptedException {
        try (Site site = Site.open(folder, "coding.broadcast=true")) {
            Badge li = site.badge(LI);
            Badge zoe = site.badge(ZOE);
            li.say(log(ERROR));
            JsonObject own = li.await(CodingTest::isInsight);
            JsonObject others = zoe.await(CodingTest::isInsight);
            assertEquals(LI, others.getString("from"));
            assertEquals(own.getJsonArray("insights"), others.getJsonArray("insights"));
        }
    }
}
