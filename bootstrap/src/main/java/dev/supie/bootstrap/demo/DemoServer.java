package dev.supie.bootstrap.demo;

import dev.supie.bootstrap.config.Assignment;
import dev.supie.bootstrap.config.ConfigReader;
import dev.supie.bootstrap.config.ConfigResult;
import dev.supie.bootstrap.config.ConfigSources;
import dev.supie.bootstrap.logging.Logging;
import dev.supie.bootstrap.server.StartException;
import dev.supie.bootstrap.server.SupieServer;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// A real server of the demo's own: on free ports of the loopback, over an empty folder. Both are
/// gone once it is closed, and also if the process is told to end before that.
final class DemoServer implements AutoCloseable {

    private static final Map<String, String> SETTINGS =
            Map.of(
                    "server.ip", "127.0.0.1",
                    "server.port", "0",
                    "server.http_port", "0",
                    "server.stats_to_all", "false",
                    "meeting.transcript_push_interval_ms", "3000",
                    "log.level", "warn",
                    "log.dir", "off");

    private final Runnable whenTold;
    private final Thread hook = new Thread(this::end, "end of the demo");
    private @Nullable Path folder;
    private @Nullable SupieServer server;
    private boolean closed;

    private DemoServer(Runnable whenTold) {
        this.whenTold = whenTold;
    }

    /// @param more settings beside, or instead of, the demo's own
    /// @param whenTold called first if the process is told to end, by Ctrl-C for instance
    static DemoServer start(Map<String, String> more, Runnable whenTold)
            throws StartException, IOException {
        DemoServer demo = new DemoServer(whenTold);
        Runtime.getRuntime().addShutdownHook(demo.hook);
        boolean started = false;
        try {
            demo.open(more);
            started = true;
            return demo;
        } finally {
            if (!started) {
                demo.close();
            }
        }
    }

    /// With the lock held, so that an end which comes now waits for what there will be to end.
    private synchronized void open(Map<String, String> more) throws StartException, IOException {
        if (closed) {
            throw new IllegalStateException("told to end");
        }
        Path data = Files.createTempDirectory("supie-demo");
        folder = data;
        ConfigResult.Loaded loaded = loaded(data, more);
        Logging.start(loaded.config().log());
        server = SupieServer.start(loaded);
    }

    private static ConfigResult.Loaded loaded(Path data, Map<String, String> more) {
        Map<String, String> settings = new HashMap<>(SETTINGS);
        settings.put("data.dir", data.toString());
        settings.putAll(more);
        List<Assignment> assignments = new ArrayList<>();
        settings.forEach((key, value) -> assignments.add(new Assignment("demo", key, value)));
        ConfigReader reader = new ConfigReader(Runtime.getRuntime().availableProcessors());
        return switch (reader.read(new ConfigSources(Optional.empty(), Map.of(), assignments))) {
            case ConfigResult.Loaded loaded -> loaded;
            case ConfigResult.Invalid invalid ->
                    throw new IllegalStateException(invalid.problems().toString());
        };
    }

    String deviceUrl() {
        return running().deviceUrl();
    }

    String httpUrl() {
        return running().httpUrl();
    }

    private synchronized SupieServer running() {
        if (server == null || closed) {
            throw new IllegalStateException("the demo's server does not run");
        }
        return server;
    }

    @Override
    public void close() throws IOException {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException _) {
            // The process ends already, and the hook does the same as this does.
        }
        closeOnce();
    }

    /// Who comes second waits until all is closed.
    private synchronized void closeOnce() throws IOException {
        if (closed) {
            return;
        }
        closed = true;
        if (server != null) {
            server.stop();
        }
        if (folder != null) {
            delete(folder);
        }
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

    private void end() {
        whenTold.run();
        try {
            closeOnce();
        } catch (IOException failure) {
            System.getLogger(DemoServer.class.getName())
                    .log(System.Logger.Level.WARNING, "the demo's folder stays", failure);
        }
        Logging.stop();
    }
}
