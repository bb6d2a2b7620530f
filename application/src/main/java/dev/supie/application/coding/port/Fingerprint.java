package dev.supie.application.coding.port;

import dev.supie.domain.coding.Insight;

/// Tells two pieces of advice apart in a log without showing either (COD-5).
@FunctionalInterface
public interface Fingerprint {

    /// Where nobody compares.
    Fingerprint NONE = _ -> "";

    /// The same for the same advice on the wire.
    String of(Insight insight);
}
