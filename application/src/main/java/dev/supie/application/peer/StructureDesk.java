package dev.supie.application.peer;

import dev.supie.application.peer.port.Structurer;
import dev.supie.application.peer.port.StructurerException;
import dev.supie.application.runtime.Alarms;
import dev.supie.application.runtime.FailureLog;
import dev.supie.application.runtime.Workers;
import dev.supie.domain.peer.Structure;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Has messages understood (PEER-4), by the model if there is one, and by rules if that has not
/// answered after [#TIME_MAX]: no message waits longer, and none is lost for it.
record StructureDesk(
        Supplier<Optional<Structurer>> structurer,
        Workers workers,
        Alarms alarms,
        InstantSource time,
        FailureLog failures) {

    static final Duration TIME_MAX = Duration.ofSeconds(3);

    /// Sees to it that the message is understood, now or later.
    ///
    /// @param later called, on some other thread, once it is; never if it was before this returns
    void read(Pending message, Consumer<Pending> later) {
        Optional<Structurer> model = structurer.get();
        if (model.isEmpty()) {
            byRules(message);
            return;
        }
        Alarms.Alarm alarm =
                alarms.at(
                        time.instant().plus(TIME_MAX),
                        () -> {
                            if (byRules(message)) {
                                later.accept(message);
                            }
                        });
        boolean taken =
                workers.offer(
                        () -> {
                            // One that has waited for too long is understood by now.
                            if (!message.isReady() && ask(model.get(), message)) {
                                alarm.cancel();
                                later.accept(message);
                            }
                        });
        if (!taken) {
            alarm.cancel();
            byRules(message);
        }
    }

    private boolean ask(Structurer model, Pending message) {
        try {
            Structure structure =
                    model.structure(message.submission(), message.byRules(), TIME_MAX);
            return message.understand(structure, false);
        } catch (StructurerException failure) {
            failures.error("a peer message was not understood: rules did it", failure);
            return byRules(message);
        } catch (RuntimeException bug) {
            // A structurer's bug must cost a message its summary, never its way.
            failures.error("a structurer failed: rules did its work", bug);
            return byRules(message);
        }
    }

    static boolean byRules(Pending message) {
        return message.understand(message.byRules(), true);
    }
}
