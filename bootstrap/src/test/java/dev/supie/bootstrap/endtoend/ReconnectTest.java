package dev.supie.bootstrap.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// CON-4, T40: however badges come and go, a server holds the same as before.
///
/// Equal is meant up to a noise that is far below what even one forgotten map entry a connection
/// would add up to.
@Timeout(180)
final class ReconnectTest {

    private static final int RECONNECTS = 1000;
    private static final int DEVICES = 200;
    private static final int RECONNECTS_EACH = 20;

    /// Enough for every class to be loaded and every pool to be filled.
    private static final int WARM_UP = 200;

    /// At most 100 bytes for each of 1,000 connections. At rest no growth was seen at all, but the
    /// caches of the database and the JDK may fill up a little more.
    private static final long LIVE_BYTES_NOISE = 100_000;

    /// The JVM starts compiler threads and carriers of virtual threads as it needs them.
    private static final long THREADS_NOISE = 10;

    /// The database opens and closes one now and then.
    private static final long FILES_NOISE = 2;

    /// Of one class: what a timer or a writer thread has under way at the moment.
    private static final long OBJECTS_NOISE = 5;

    /// A badge may be back before the server has noticed its end, which it takes for a takeover,
    /// and too many of those in a row are refused.
    private static final int KNOCKS_MAX = 100;

    /// Each look takes the time of a collection, and what is under way ends meanwhile.
    private static final int LOOKS_MAX = 20;

    @Test
    void aThousandReconnectsOfOneBadgeLeaveNothing(@TempDir Path folder)
            throws IOException, InterruptedException {
        try (SupieProcess process = SupieProcess.serve(folder).whenReady()) {
            URI url = URI.create(process.deviceUrl());
            comeAndGo(url, "one", WARM_UP);
            Footprint before = Footprint.of(process.pid());
            comeAndGo(url, "one", RECONNECTS);
            assertNothingGrew(process, before);
        }
    }

    @Test
    void manyBadgesThatReconnectAtOnceLeaveNothing(@TempDir Path folder)
            throws IOException, InterruptedException, ExecutionException {
        try (SupieProcess process = SupieProcess.serve(folder).whenReady()) {
            URI url = URI.create(process.deviceUrl());
            comeAndGoTogether(url, 1);
            comeAndGoTogether(url, 1);
            Footprint before = Footprint.of(process.pid());
            comeAndGoTogether(url, RECONNECTS_EACH);
            assertNothingGrew(process, before);
        }
    }

    private static void comeAndGoTogether(URI url, int times)
            throws InterruptedException, ExecutionException {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> devices = new ArrayList<>();
            for (int i = 0; i < DEVICES; i++) {
                String device = "device-" + i;
                devices.add(
                        threads.submit(
                                () -> {
                                    comeAndGo(url, device, times);
                                    return null;
                                }));
            }
            for (Future<?> device : devices) {
                device.get();
            }
        }
    }

    /// Each of the three ways in which a connection ends comes up in turn.
    private static void comeAndGo(URI url, String device, int times) throws IOException {
        for (int i = 0; i < times; i++) {
            try (PlainBadge badge = letIn(url, device)) {
                badge.greet();
                switch (i % 3) {
                    case 0 -> badge.leave();
                    case 1 -> badge.hangUp();
                    default -> badge.lives();
                }
            }
        }
    }

    private static PlainBadge letIn(URI url, String device) throws IOException {
        String status = "";
        for (int knock = 0; knock < KNOCKS_MAX; knock++) {
            PlainBadge badge = PlainBadge.knock(url, device);
            if (badge.isLetIn()) {
                return badge;
            }
            status = badge.status();
            badge.close();
        }
        throw new AssertionError("not let in: " + status);
    }

    private static void assertNothingGrew(SupieProcess process, Footprint before)
            throws IOException {
        Map<String, Long> growth = growth(process, before);
        for (int look = 1; look < LOOKS_MAX && !growth.isEmpty(); look++) {
            growth = growth(process, before);
        }
        assertEquals(Map.of(), growth);
    }

    private static Map<String, Long> growth(SupieProcess process, Footprint before)
            throws IOException {
        Map<String, Long> growth = new TreeMap<>(Footprint.of(process.pid()).growthSince(before));
        growth.entrySet().removeIf(grown -> grown.getValue() <= noise(grown.getKey()));
        return growth;
    }

    private static long noise(String what) {
        return switch (what) {
            case "live bytes" -> LIVE_BYTES_NOISE;
            case "threads" -> THREADS_NOISE;
            case "files" -> FILES_NOISE;
            default -> OBJECTS_NOISE;
        };
    }
}
