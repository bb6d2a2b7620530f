package dev.supie.adapter.in.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;

/// OBS-1: live and ready.
class HealthTest {

    private static final String LIVE = "/observe/health/live";
    private static final String READY = "/observe/health/ready";

    private final AtomicBoolean storeUp = new AtomicBoolean(true);
    private BooleanSupplier listening = () -> true;
    private final Site site =
            Site.with(
                    Wiring.routes()::onHttpListener,
                    HttpRoutes.health(
                            List.of(new HealthProbe("threads", () -> true)),
                            List.of(
                                    new HealthProbe("store", storeUp::get),
                                    new HealthProbe("listener", () -> listening.getAsBoolean()))));

    @AfterEach
    void close() {
        site.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {LIVE, READY, "/observe/health"})
    void everythingHealthyIsTwoHundred(String path) {
        var response = site.read(path);

        assertEquals(200, response.statusCode());
        assertEquals("UP", Site.json(response).getString("status"));
        assertTrue(response.headers().allValues("cache-control").contains("no-store"));
        assertEquals("nosniff", Site.header(response, "x-content-type-options"));
    }

    @Test
    void unhealthyProbeMakesItUnreadyAndIsNamedButStaysLive() {
        storeUp.set(false);

        var response = site.read(READY);

        assertEquals(503, response.statusCode());
        var checks = Site.json(response).getJsonArray("checks");
        assertEquals("store", checks.getJsonObject(0).getString("name"));
        assertEquals("DOWN", checks.getJsonObject(0).getString("status"));
        assertEquals("UP", checks.getJsonObject(1).getString("status"));
        assertEquals(200, site.read(LIVE).statusCode());
    }

    @Test
    void aPartThatIsNotNeededTellsItsStateAndNeverMakesItUnready() {
        try (Site withSpeech =
                Site.with(
                        Wiring.routes()::onHttpListener,
                        HttpRoutes.health(
                                List.of(),
                                List.of(
                                        HealthProbe.ofOptionalPart(
                                                "speech", () -> "unavailable: no models"))))) {
            var response = withSpeech.read(READY);

            assertEquals(200, response.statusCode());
            var check = Site.json(response).getJsonArray("checks").getJsonObject(0);
            assertEquals("UP", check.getString("status"));
            assertEquals("unavailable: no models", check.getJsonObject("data").getString("state"));
        }
    }

    @Test
    void readinessComesBack() {
        storeUp.set(false);
        assertEquals(503, site.read(READY).statusCode());

        storeUp.set(true);

        assertEquals(200, site.read(READY).statusCode());
    }

    @Test
    void probeThatFailsIsUnhealthyAndTellsNothingOutside() {
        listening =
                () -> {
                    throw new IllegalStateException("secret detail");
                };

        var response = site.read(READY);

        assertEquals(503, response.statusCode());
        assertFalse(response.body().contains("secret"));
    }
}
