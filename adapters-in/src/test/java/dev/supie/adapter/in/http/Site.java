package dev.supie.adapter.in.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.observe.ObserveFeature;

import jakarta.json.Json;
import jakarta.json.JsonObject;

import java.io.IOException;
import java.io.StringReader;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/// A running listener on a free loopback port, and a client that talks to it.
final class Site implements AutoCloseable {

    private static final Duration LIMIT = Duration.ofSeconds(20);

    private final WebServer server;
    private final HttpClient client = HttpClient.newBuilder().connectTimeout(LIMIT).build();

    private Site(WebServer server) {
        this.server = server;
    }

    static Site with(Consumer<HttpRouting.Builder> routes) {
        return start(routes, Optional.empty());
    }

    static Site with(Consumer<HttpRouting.Builder> routes, ObserveFeature health) {
        return start(routes, Optional.of(health));
    }

    private static Site start(
            Consumer<HttpRouting.Builder> routes, Optional<ObserveFeature> health) {
        var builder =
                WebServer.builder()
                        .featuresDiscoverServices(false)
                        .address(InetAddress.getLoopbackAddress())
                        .port(0)
                        .maxPayloadSize(HttpRoutes.PAYLOAD_BYTES_MAX)
                        .shutdownHook(false)
                        .routing(routes);
        health.ifPresent(builder::addFeature);
        return new Site(builder.build().start());
    }

    int port() {
        return server.port();
    }

    HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path))
                .timeout(LIMIT);
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        return send(request, HttpResponse.BodyHandlers.ofString(UTF_8));
    }

    <T> HttpResponse<T> send(HttpRequest.Builder request, HttpResponse.BodyHandler<T> body) {
        try {
            return client.send(request.build(), body);
        } catch (IOException e) {
            throw new AssertionError("no answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    HttpResponse<String> read(String path) {
        return send(to(path));
    }

    static JsonObject json(HttpResponse<String> response) {
        return Json.createReader(new StringReader(response.body())).readObject();
    }

    static String header(HttpResponse<String> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }

    @Override
    public void close() {
        client.close();
        server.stop();
    }
}
