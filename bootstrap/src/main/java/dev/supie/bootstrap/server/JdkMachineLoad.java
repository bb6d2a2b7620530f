package dev.supie.bootstrap.server;

import com.sun.management.OperatingSystemMXBean;

import dev.supie.application.server.port.MachineLoad;
import dev.supie.domain.server.MachineUse;

import java.lang.management.ManagementFactory;

/// What the JVM knows of the machine, or of the container if it runs in one. The processors' load
/// is that since the last question; memory counts as taken also if it only caches files.
final class JdkMachineLoad implements MachineLoad {

    private static final long MEBIBYTE = 1024L * 1024L;
    private static final int PERCENT = 100;

    private final OperatingSystemMXBean system =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    @Override
    public MachineUse use() {
        long total = Math.max(0, system.getTotalMemorySize());
        long used = Math.clamp(total - system.getFreeMemorySize(), 0, total);
        return new MachineUse(
                // Unknown is a negative number.
                percent(system.getCpuLoad()),
                percent(total == 0 ? 0 : (double) used / total),
                used / MEBIBYTE,
                total / MEBIBYTE);
    }

    /// Not-a-number becomes 0 too.
    private static int percent(double share) {
        return Math.clamp(Math.round(share * PERCENT), 0, PERCENT);
    }
}
