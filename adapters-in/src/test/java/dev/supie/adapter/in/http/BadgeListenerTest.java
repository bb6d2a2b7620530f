package dev.supie.adapter.in.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.http.HttpRequest.BodyPublishers;

/// NET-1 on the device listener.
class BadgeListenerTest {

    private final Site site = Site.with(Wiring.routes()::onDeviceListener);

    @AfterEach
    void close() {
        site.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/supie/v1/",
                "/supie/v1",
                "/xiaozhi/v1/",
                "/xiaozhi/v1?device-id=a",
                "/anything/at/all",
                "/supie/meetings/recent"
            })
    void plainGetOfAnyPathSaysThatTheServerRuns(String path) {
        var response = site.read(path);

        assertEquals(200, response.statusCode());
        assertEquals("Server is running", response.body());
        assertEquals("text/plain", Site.header(response, "content-type"));
        assertEquals("no-store", Site.header(response, "cache-control"));
        assertEquals("nosniff", Site.header(response, "x-content-type-options"));
    }

    @Test
    void otherMethodsFindNothing() {
        var response = site.send(site.to("/elsewhere").POST(BodyPublishers.ofString("x")));

        assertEquals(404, response.statusCode());
        assertEquals("not found", response.body());
        assertEquals("no-store", Site.header(response, "cache-control"));
    }
}
