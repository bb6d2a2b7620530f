package dev.supie.application.speech;

import dev.supie.domain.connection.Mode;

import org.jspecify.annotations.Nullable;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/// A gate in the way of one ear.
final class EarGate implements Ear.Gate {

    /// Null while it is shut; an empty mode is no change.
    private final AtomicReference<@Nullable Optional<Mode>> opened = new AtomicReference<>();

    private final Runnable whenOpened;

    /// @param whenOpened lets the ear go on
    EarGate(Runnable whenOpened) {
        this.whenOpened = whenOpened;
    }

    @Override
    public void open(Optional<Mode> changed) {
        if (opened.compareAndSet(null, changed)) {
            whenOpened.run();
        }
    }

    boolean isOpen() {
        return opened.get() != null;
    }

    /// The mode it was opened with.
    Optional<Mode> changed() {
        Optional<Mode> mode = opened.get();
        return mode == null ? Optional.empty() : mode;
    }
}
