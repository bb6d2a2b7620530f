package dev.supie.bootstrap.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.supie.domain.server.MachineUse;

import org.junit.jupiter.api.Test;

/// SRV-1: what the JVM says of this machine is plausible.
class JdkMachineLoadTest {

    @Test
    void theMachineHasMemoryAndUsesSomeOfIt() {
        MachineUse use = new JdkMachineLoad().use();

        assertTrue(use.memTotalMB() > 0, use::toString);
        assertTrue(use.memUsedMB() > 0, use::toString);
        assertTrue(use.memUsedMB() <= use.memTotalMB(), use::toString);
        assertEquals(100.0 * use.memUsedMB() / use.memTotalMB(), use.memPercent(), 1.0);
    }
}
