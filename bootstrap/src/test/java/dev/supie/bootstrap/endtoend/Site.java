package dev.supie.bootstrap.endtoend;

import dev.supie.bootstrap.config.Assignment;
import dev.supie.bootstrap.config.ConfigReader;
import dev.supie.bootstrap.config.ConfigResult;
import dev.supie.bootstrap.config.ConfigSources;
import dev.supie.bootstrap.management.HttpManagement;
import dev.supie.bootstrap.server.StartException;
import dev.supie.bootstrap.server.SupieServer;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;

/// A server in this process on free ports of the loopback, and those who talk to it.
final class Site implements AutoCloseable {

    private final HttpClient client = HttpClient.newHttpClient();
    private final List<Badge> badges = new ArrayList<>();
    private final SupieServer server;

    private Site(SupieServer server) {
        this.server = server;
    }

    /// @param settings `key=value`, over the ones every test wants
    static Site open(Path folder, String... settings) throws StartException {
        return new Site(start(folder, settings));
    }

    /// Just the server.
    static SupieServer start(Path folder, String... settings) throws StartException {
        return SupieServer.start(config(Optional.empty(), folder, settings));
    }

    /// One that also reads a file, and reads it again (CFG-3).
    static Site reading(Path file, Path folder, String... settings) throws StartException {
        return new Site(SupieServer.start(config(Optional.of(file), folder, settings)));
    }

    private static ConfigResult.Loaded config(
            Optional<Path> file, Path folder, String... settings) {
        List<Assignment> assignments = new ArrayList<>();
        assignments.add(new Assignment("test", "data.dir", folder.toString()));
        assignments.add(new Assignment("test", "server.ip", "127.0.0.1"));
        assignments.add(new Assignment("test", "server.port", "0"));
        assignments.add(new Assignment("test", "server.http_port", "0"));
        assignments.add(new Assignment("test", "meeting.transcript_push_interval_ms", "3000"));
        assignments.add(new Assignment("test", "meeting.api_rate_limit", "1000"));
        // Statistics would stand between most questions and their answers.
        assignments.add(new Assignment("test", "server.stats_to_all", "false"));
        for (String setting : settings) {
            int equals = setting.indexOf('=');
            assignments.add(
                    new Assignment(
                            "test", setting.substring(0, equals), setting.substring(equals + 1)));
        }
        ConfigReader reader =
                new ConfigReader(Runtime.getRuntime().availableProcessors(), new HttpManagement());
        return switch (reader.read(new ConfigSources(file, Map.of(), assignments))) {
            case ConfigResult.Loaded loaded -> loaded;
            case ConfigResult.Invalid invalid ->
                    throw new IllegalArgumentException(invalid.problems().toString());
        };
    }

    Badge badge(String device) throws InterruptedException {
        Badge badge = Badge.connect(client, server.deviceUrl(), device);
        badges.add(badge);
        return badge;
    }

    /// Tries until the server has noticed that another connection has ended.
    Badge badgeWhenThereIsRoom(String device) throws InterruptedException {
        long deadline = System.nanoTime() + Badge.ANSWER_MAX.toNanos();
        while (true) {
            try {
                return badge(device);
            } catch (CompletionException refused) {
                if (System.nanoTime() > deadline) {
                    throw refused;
                }
            }
        }
    }

    String deviceUrl() {
        return server.deviceUrl();
    }

    String httpUrl() {
        return server.httpUrl();
    }

    /// A number of the metrics, by its whole name and labels; 0 if it is not there.
    double metric(String name) throws IOException, InterruptedException {
        try (Stream<String> lines = fetched("/observe/metrics").lines()) {
            return lines.filter(line -> line.startsWith(name + " "))
                    .mapToDouble(line -> Double.parseDouble(line.substring(name.length() + 1)))
                    .findFirst()
                    .orElse(0);
        }
    }

    /// Waits until a number that only grows has come so far: what is counted may be seen elsewhere
    /// before it is counted.
    void awaitMetric(String name, double wanted) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + Badge.ANSWER_MAX.toNanos();
        double now = metric(name);
        while (now < wanted && System.nanoTime() < deadline) {
            now = metric(name);
        }
        if (now != wanted) {
            throw new AssertionError(name + " is " + now + ", not " + wanted);
        }
    }

    /// The body behind a path of the HTTP listener.
    String fetched(String path) throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(httpUrl() + path))
                        .timeout(Badge.ANSWER_MAX)
                        .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
    }

    /// What an administrator is answered who has the configuration read again.
    HttpResponse<String> reload(String adminToken) throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(httpUrl() + "/supie/admin/reload"))
                        .header("Authorization", "Bearer " + adminToken)
                        .POST(HttpRequest.BodyPublishers.noBody())
                        .timeout(Badge.ANSWER_MAX)
                        .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }

    HttpClient client() {
        return client;
    }

    Archive archive() {
        return new Archive(client, server.httpUrl());
    }

    /// What SIGTERM does (CON-6).
    void stop() {
        server.stop();
    }

    @Override
    public void close() {
        badges.forEach(Badge::close);
        server.stop();
        client.shutdownNow();
    }
}
