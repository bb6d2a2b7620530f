package dev.supie.bootstrap.reload;

import dev.supie.bootstrap.config.SupieConfig;

/// A part of the server that has to do something when the configuration changes; others just look
/// at [LiveConfig].
public interface Reloadable {

    /// Gets ready what `next` needs, without any effect yet. May be for nothing: [#settle] follows
    /// in any case.
    ///
    /// @throws IllegalArgumentException if it cannot do with it; then nothing is changed anywhere
    default void prepare(SupieConfig next) {}

    /// Goes on with what is in force now, and gives up whatever is of no use to it.
    void settle(SupieConfig inForce);
}
