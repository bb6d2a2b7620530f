package dev.supie.domain.server;

/// How busy the machine is.
///
/// @param cpuPercent of all its processors, 0 to 100
/// @param memPercent of its memory that is taken, 0 to 100
/// @param memUsedMB memory that is taken, in MiB
/// @param memTotalMB memory that it has, in MiB
public record MachineUse(int cpuPercent, int memPercent, long memUsedMB, long memTotalMB) {

    public MachineUse {
        if (isNoPercentage(cpuPercent) || isNoPercentage(memPercent)) {
            throw new IllegalArgumentException("a percentage is 0 to 100");
        }
    }

    private static boolean isNoPercentage(int value) {
        return value < 0 || value > 100;
    }
}
