package dev.supie.adapter.in.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;

/// What every answer of REST-1 has in common.
final class Replies {

    private Replies() {}

    /// The whole envelope of an answer that must be a success.
    static JsonObject found(Site site, String path) {
        var response = site.read(path);
        assertEquals(200, response.statusCode(), response.body());
        assertEquals("application/json", Site.header(response, "content-type"));
        assertEquals("no-store", Site.header(response, "cache-control"));
        assertEquals("nosniff", Site.header(response, "x-content-type-options"));
        assertTrue(Site.json(response).getBoolean("success"));
        return Site.json(response);
    }

    static void assertWrong(Site site, String path, String error) {
        var response = site.read(path);
        assertEquals(400, response.statusCode());
        assertFalse(Site.json(response).getBoolean("success"));
        assertEquals(error, Site.json(response).getString("error"));
    }
}
