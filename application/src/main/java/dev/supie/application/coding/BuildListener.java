package dev.supie.application.coding;

import dev.supie.domain.coding.Insight;

import java.time.Duration;

/// Hears from one [BuildWatch]. Called by one thread at a time; it returns at once.
public interface BuildListener {

    /// Advice while the build runs (COD-4).
    void insight(Insight insight);

    /// The last word about a run (COD-4).
    void summary(Insight insight);

    /// An analysis is over, told before this or not told at all (COD-5).
    ///
    /// @param last whether it was the summary
    void analysed(boolean last, Insight insight, Duration elapsed);
}
