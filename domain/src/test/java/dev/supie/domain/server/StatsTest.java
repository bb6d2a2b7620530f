package dev.supie.domain.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.supie.domain.kernel.DeviceId;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// SRV-1: how many are named, who is told, and when.
final class StatsTest {

    private static final Instant NOW = Instant.parse("2026-11-21T09:00:00Z");
    private static final MachineUse IDLE = new MachineUse(0, 50, 1024, 2048);

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 1", "199, 199", "200, 200", "201, 200", "5000, 200"})
    void atMostTwoHundredAreNamedAndAllAreCounted(int devices, int named) {
        ServerStats stats = ServerStats.of(NOW, devices(devices), IDLE);

        assertEquals(devices, stats.deviceCount());
        assertEquals(named, stats.online().size());
    }

    @Test
    void theyAreNamedInOrder() {
        List<DeviceId> reversed = devices(300).reversed();

        assertEquals(devices(200), ServerStats.of(NOW, reversed, IDLE).online());
    }

    @ParameterizedTest
    @CsvSource({
        "AUTO, 0, true",
        "AUTO, 50, true",
        "AUTO, 51, false",
        "ALWAYS, 51, true",
        "NEVER, 1, false"
    })
    void allAreToldUpToFifty(StatsToAll toAll, int devices, boolean told) {
        assertEquals(told, toAll.allows(devices));
    }

    @Test
    void theBeatIsTenSecondsAndASecondAfterAChange() {
        StatsClock pushed = StatsClock.START.whenChanged().pushed(NOW);

        assertEquals(NOW.plusSeconds(10), pushed.due());
        assertEquals(NOW.plusSeconds(1), pushed.whenChanged().due());
        assertEquals(NOW.plusSeconds(1), pushed.whenChanged().whenChanged().due());
    }

    @ParameterizedTest
    @CsvSource({"-1, 0", "101, 0", "0, -1", "0, 101"})
    void aPercentageIsOne(int cpu, int memory) {
        assertThrows(IllegalArgumentException.class, () -> new MachineUse(cpu, memory, 1024, 2048));
    }

    private static List<DeviceId> devices(int count) {
        List<DeviceId> devices = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            devices.add(new DeviceId("badge-%04d".formatted(i)));
        }
        return devices;
    }
}
