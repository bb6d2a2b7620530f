package dev.supie.application.coding;

import dev.supie.application.coding.port.BuildAdviser;
import dev.supie.application.runtime.Alarms;
import dev.supie.domain.coding.CodingSettings;

import java.time.InstantSource;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/// Puts the coding feature together.
public final class CodingFeature {

    private CodingFeature() {}

    /// What the feature needs from outside.
    ///
    /// @param threads where lines are read; it only computes, so as many threads as processors are
    ///   enough
    /// @param settings asked anew for every decision (CFG-3)
    public record Ports(
            BuildAdviser adviser,
            Executor threads,
            Alarms alarms,
            InstantSource time,
            Supplier<CodingSettings> settings) {}

    public static Codings create(Ports ports) {
        return (session, listener) -> new LaneBuildWatch(ports, session, listener);
    }
}
