package dev.supie.application.coding;

import dev.supie.application.coding.port.BuildAdviser;
import dev.supie.application.coding.port.Fingerprint;
import dev.supie.application.connection.port.BadgeLink;
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
    /// @param sharing asked anew for every piece of news, and for every badge that comes
    /// @param fingerprint of what is told, for the log
    public record Ports(
            BuildAdviser adviser,
            BadgeLink link,
            Executor threads,
            Alarms alarms,
            InstantSource time,
            Supplier<CodingSettings> settings,
            Supplier<BuildSharing> sharing,
            Fingerprint fingerprint,
            CodingTally tally) {}

    public static Codings create(Ports ports) {
        return new CodingService(ports);
    }

    /// Builds are read by rules, and shown to nobody else.
    ///
    /// @param threads where lines are read
    public static Codings byRules(
            BadgeLink link, Executor threads, Alarms alarms, InstantSource time) {
        return create(
                new Ports(
                        BuildAdviser.NONE,
                        link,
                        threads,
                        alarms,
                        time,
                        () -> CodingSettings.DEFAULTS,
                        () -> BuildSharing.NONE,
                        Fingerprint.NONE,
                        new CodingTally()));
    }
}
