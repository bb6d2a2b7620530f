package dev.supie.adapter.in.http;

import io.helidon.http.HeaderValues;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerResponse;

import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.json.bind.JsonbConfig;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import jakarta.json.bind.config.PropertyVisibilityStrategy;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;

/// Sends JSON bodies, and the envelope of REST-1: `{success:true,data}` or `{success:false,error}`.
final class JsonReply {

    // A holder, because JSON-B takes a noticeable part of the time to the first listener, and no
    // badge needs it before its first request.
    private static final class Binding {
        static final Jsonb JSON =
                JsonbBuilder.create(
                        new JsonbConfig().withPropertyVisibilityStrategy(new ByField()));
    }

    /// Reads a record's fields: its accessors are out of JSON-B's reach, because bodies are not
    /// public types.
    private static final class ByField implements PropertyVisibilityStrategy {

        @Override
        public boolean isVisible(Field field) {
            return true;
        }

        @Override
        public boolean isVisible(Method method) {
            return false;
        }
    }

    @JsonbPropertyOrder({"success", "data"})
    record Success(boolean success, Object data) {}

    @JsonbPropertyOrder({"success", "error"})
    record Failure(boolean success, String error) {}

    private JsonReply() {}

    static void data(ServerResponse response, Object data) {
        send(response, Status.OK_200, new Success(true, data));
    }

    static void error(ServerResponse response, Status status, String error) {
        send(response, status, new Failure(false, error));
    }

    static String text(Object body) {
        return Binding.JSON.toJson(body);
    }

    /// Sends with a Content-Length, never chunked.
    static void send(ServerResponse response, Status status, Object body) {
        sendText(response, status, text(body));
    }

    /// Sends what is JSON already.
    static void sendText(ServerResponse response, Status status, String json) {
        response.status(status)
                .header(HeaderValues.CONTENT_TYPE_JSON)
                .send(json.getBytes(StandardCharsets.UTF_8));
    }
}
