package dev.supie.adapter.out.tracing;

import java.net.URI;

/// What is shown, and to whom.
///
/// @param endpoint where the collector takes traces, with the path
/// @param samplePercent of what begins here, so many traces are shown; 0 to 100
/// @param handOn whether services that are asked are told of the trace
/// @param version of this server
public record TracingSettings(URI endpoint, int samplePercent, boolean handOn, String version) {

    private static final int ALL = 100;

    public TracingSettings {
        if (samplePercent < 0 || samplePercent > ALL) {
            throw new IllegalArgumentException("no percentage: " + samplePercent);
        }
    }

    double share() {
        return samplePercent / (double) ALL;
    }
}
