package dev.supie.adapter.in.http;

import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/// What HTTP offers, for programs: an OpenAPI document (REST-1). It tells nothing about this server
/// that is not in its source, so nobody has to prove anything to read it.
final class ApiDocument implements Handler {

    static final String PATH = "/supie/openapi.yaml";

    private static final String RESOURCE = "openapi.yaml";

    private final byte[] text = read();

    static byte[] read() {
        try (InputStream resource = ApiDocument.class.getResourceAsStream(RESOURCE)) {
            if (resource == null) {
                throw new IllegalStateException(RESOURCE + " is missing in this build");
            }
            return resource.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void handle(ServerRequest request, ServerResponse response) {
        response.header(HeaderNames.CONTENT_TYPE, "application/yaml; charset=UTF-8").send(text);
    }
}
