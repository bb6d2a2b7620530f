package dev.supie.bootstrap.demo;

import dev.supie.bootstrap.cli.DemoAction;
import dev.supie.bootstrap.config.Assignment;
import dev.supie.bootstrap.config.ConfigReader;
import dev.supie.bootstrap.config.ConfigResult;
import dev.supie.bootstrap.config.ConfigSources;
import dev.supie.bootstrap.config.SupieConfig;
import dev.supie.bootstrap.logging.Logging;
import dev.supie.bootstrap.server.StartException;
import dev.supie.bootstrap.server.SupieServer;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Starts a server on free ports over an empty folder, plays [DemoMeeting] on it, and cleans up.
public final class Demo implements DemoAction {

    private static final int BROKEN = 1;

    @Override
    public int run(PrintWriter out, PrintWriter err) {
        DemoScreen screen = new DemoScreen(out);
        try {
            Path folder = Files.createTempDirectory("supie-demo");
            try {
                play(config(folder), screen);
            } finally {
                delete(folder);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return BROKEN;
        } catch (StartException | IOException | IllegalStateException failure) {
            err.println("supie: the demo failed: " + failure.getMessage());
            return BROKEN;
        } finally {
            Logging.stop();
        }
        out.println();
        out.println(
                screen.failures() == 0
                        ? "Everything was as the contract says."
                        : screen.failures() + " promises were broken.");
        return screen.failures() == 0 ? 0 : BROKEN;
    }

    private static void play(SupieConfig config, DemoScreen screen)
            throws StartException, IOException, InterruptedException {
        Logging.start(config.log());
        long begin = System.nanoTime();
        SupieServer server = SupieServer.start(config);
        screen.plain(
                "Supie started in "
                        + (System.nanoTime() - begin) / 1_000_000
                        + " ms on "
                        + server.deviceUrl());
        try (HttpClient client = HttpClient.newHttpClient()) {
            new DemoMeeting(client, server.deviceUrl(), server.httpUrl(), screen)
                    .play(DemoScript.load());
            screen.title("The server stops");
        } finally {
            server.stop();
        }
    }

    private static SupieConfig config(Path folder) {
        List<Assignment> assignments =
                List.of(
                        set("data.dir", folder.toString()),
                        set("server.ip", "127.0.0.1"),
                        set("server.port", "0"),
                        set("server.http_port", "0"),
                        set("server.stats_to_all", "false"),
                        set("meeting.transcript_push_interval_ms", "3000"),
                        set("log.level", "warn"));
        ConfigReader reader = new ConfigReader(Runtime.getRuntime().availableProcessors());
        return switch (reader.read(new ConfigSources(Optional.empty(), Map.of(), assignments))) {
            case ConfigResult.Loaded loaded -> loaded.config();
            case ConfigResult.Invalid invalid ->
                    throw new IllegalStateException(invalid.problems().toString());
        };
    }

    private static Assignment set(String key, String value) {
        return new Assignment("demo", key, value);
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (UncheckedIOException failure) {
            throw failure.getCause();
        }
    }
}
