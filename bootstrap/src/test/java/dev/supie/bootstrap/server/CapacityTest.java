package dev.supie.bootstrap.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.util.Optional;

/// HS-2: how many badges are let in.
final class CapacityTest {

    private static final long GIBIBYTE = 1024L * 1024 * 1024;
    private static final int CONFIGURED = 10_000;

    @Test
    void onALargeMachineTheConfigurationDecides() {
        Capacity large = new Capacity(4 * GIBIBYTE, 1_000_000);
        assertEquals(CONFIGURED, large.badges(CONFIGURED));
        assertEquals(CONFIGURED + Capacity.NEWCOMERS_MAX, large.deviceSockets(CONFIGURED));
        assertEquals(Capacity.HTTP_SOCKETS_MAX, large.httpSockets());
        assertEquals(Optional.empty(), large.shortfall(CONFIGURED));
    }

    @Test
    void halfOfTheHeapThatIsLeftIsForBadges() {
        Capacity exact =
                new Capacity(Capacity.SERVER_BYTES + 2L * 5000 * Capacity.BADGE_BYTES, 1_000_000);
        assertEquals(4999, exact.badges(4999));
        assertEquals(5000, exact.badges(5000));
        assertEquals(5000, exact.badges(5001));
        assertEquals(5000 + Capacity.NEWCOMERS_MAX, exact.deviceSockets(5001));
    }

    @Test
    void anEighthOfTheHeapIsForWhatWaits() {
        assertEquals(GIBIBYTE / 2, new Capacity(4 * GIBIBYTE, 1024).heldBytes());
    }

    @Test
    void halfOfTheFilesAreForBadges() {
        Capacity files = new Capacity(4 * GIBIBYTE, 1024);
        assertEquals(512, files.badges(CONFIGURED));
        assertEquals(640, files.deviceSockets(CONFIGURED));
        assertEquals(128, files.httpSockets());
    }

    @Test
    void allSocketsTogetherLeaveFilesForTheServerItself() {
        for (long filesMax = 8; filesMax < 1_000_000; filesMax *= 3) {
            Capacity capacity = new Capacity(4 * GIBIBYTE, filesMax);
            int sockets = capacity.deviceSockets(100_000) + capacity.httpSockets();
            assertTrue(sockets <= filesMax * 3 / 4, sockets + " of " + filesMax);
        }
    }

    @Test
    void thereIsRoomForOneEvenWhereThereIsNone() {
        Capacity none = new Capacity(1, 1);
        assertEquals(1, none.badges(CONFIGURED));
        assertEquals(1, none.deviceSockets(CONFIGURED));
        assertEquals(1, none.httpSockets());
    }

    @Test
    void aShortfallNamesItsCauseAndTheWayOut() {
        String heap = new Capacity(GIBIBYTE / 4, 1_000_000).shortfall(CONFIGURED).orElseThrow();
        assertTrue(heap.contains("5399 badges"), heap);
        assertTrue(heap.contains("256 MiB") && heap.contains("-Xmx"), heap);
        String files = new Capacity(4 * GIBIBYTE, 1024).shortfall(CONFIGURED).orElseThrow();
        assertTrue(files.contains("512 badges"), files);
        assertTrue(files.contains("1024 open files") && files.contains("ulimit"), files);
    }

    @Test
    void thisProcessKnowsItsOwnLimits() {
        Capacity own = Capacity.ofThisProcess();
        assertEquals(Runtime.getRuntime().maxMemory(), own.heapBytes());
        assertTrue(own.filesMax() > 0);
    }
}
