package dev.supie.bootstrap.conversation;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.supie.adapter.in.http.AddressSettings;
import dev.supie.adapter.in.http.BadgeAddress;
import dev.supie.adapter.in.http.Desks;
import dev.supie.adapter.in.http.HttpRoutes;

import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.HttpRouting;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// The plain HTTP of both listeners on free ports: what is asked under one of the badges' paths or
/// at `/` goes to the device listener, everything else to the other.
final class HttpSide implements AutoCloseable {

    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final List<String> PATHS = List.of("/supie/v1/", "/xiaozhi/v1/");

    private final WebServer device;
    private final WebServer http;
    private final HttpClient client = HttpClient.newBuilder().connectTimeout(LIMIT).build();

    HttpSide(Stage stage, StageSettings settings) {
        BadgeAddress address =
                new BadgeAddress(
                        new AddressSettings(
                                Optional.empty(), Optional.empty(), "0.0.0.0", PATHS, false),
                        () -> "192.168.7.9",
                        () -> 8004);
        HttpRoutes routes =
                new HttpRoutes(
                        settings.http(),
                        address,
                        new Desks(
                                stage.archive(),
                                stage.taskDesk(),
                                stage.toolDesk(),
                                stage.desk(),
                                QuietOffice.desk()),
                        stage.time);
        device = started(routes::onDeviceListener);
        http = started(routes::onHttpListener);
    }

    private static WebServer started(Consumer<HttpRouting.Builder> routing) {
        return WebServer.builder()
                .shutdownHook(false)
                .featuresDiscoverServices(false)
                .maxPayloadSize(HttpRoutes.PAYLOAD_BYTES_MAX)
                .address(InetAddress.getLoopbackAddress())
                .port(0)
                .routing(routing)
                .build()
                .start();
    }

    HttpResponse<String> answer(Step.Ask ask) {
        boolean ofBadges = ask.path().contains("/v1") || ask.path().equals("/");
        int port = ofBadges ? device.port() : http.port();
        String body = String.join("\n", ask.body());
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + ask.path()))
                        .timeout(LIMIT)
                        .method(
                                ask.method(),
                                body.isEmpty()
                                        ? HttpRequest.BodyPublishers.noBody()
                                        : HttpRequest.BodyPublishers.ofString(body, UTF_8));
        ask.headers().forEach(request::header);
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString(UTF_8));
        } catch (IOException e) {
            throw new AssertionError("no answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    @Override
    public void close() {
        client.close();
        http.stop();
        device.stop();
    }
}
