package dev.supie.adapter.in.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;

/// NET-1: equal port numbers put both listeners on one, whichever is installed first.
class SharedListenerTest {

    private static Site shared(boolean devicesFirst) {
        var routes = Wiring.routes();
        return Site.with(
                routing -> {
                    if (devicesFirst) {
                        routes.onDeviceListener(routing);
                        routes.onHttpListener(routing);
                    } else {
                        routes.onHttpListener(routing);
                        routes.onDeviceListener(routing);
                    }
                },
                HttpRoutes.health(List.of(), List.of()));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void eachPathKeepsItsMeaning(boolean devicesFirst) {
        try (Site site = shared(devicesFirst)) {
            for (String path : List.of("/", "/supie/v1/", "/supie/v1", "/xiaozhi/v1/", "/any")) {
                assertEquals("Server is running", site.read(path).body(), path);
            }
            assertEquals(
                    "WebSocket address: ws://192.168.7.9:8004/supie/v1/\n",
                    site.read("/supie/ota/").body());
            assertEquals(200, site.read("/supie/meetings/recent").statusCode());
            assertEquals(200, site.read("/observe/health/ready").statusCode());
            assertEquals(404, site.read("/supie/meetings/unknown").statusCode());
            var unknown = site.read("/supie/unknown");
            assertEquals(404, unknown.statusCode());
            assertFalse(Site.json(unknown).getBoolean("success"));
            var posted = site.send(site.to("/any").POST(BodyPublishers.ofString("x")));
            assertEquals(404, posted.statusCode());
        }
    }
}
