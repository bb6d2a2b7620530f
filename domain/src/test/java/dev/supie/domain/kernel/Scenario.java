package dev.supie.domain.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.fail;

import java.time.Instant;
import java.util.List;

/// How a test of a decider reads: `given(state).when(command).at(now).then(effects)`.
public final class Scenario {

    private Scenario() {}

    /// A decider as a test sees it.
    @FunctionalInterface
    public interface Rules<S, C, E, R> {
        Decision<S, E, R> decide(S state, C command, Instant now);
    }

    public static <S, C, E, R> Given<S, C, E, R> given(Rules<S, C, E, R> rules, S state) {
        return new Given<>(rules, state);
    }

    /// A state, and the rules that hold in it.
    public record Given<S, C, E, R>(Rules<S, C, E, R> rules, S state) {
        public When<S, C, E, R> when(C command) {
            return new When<>(this, command);
        }
    }

    /// A command that waits for its time.
    public record When<S, C, E, R>(Given<S, C, E, R> given, C command) {
        public Then<S, C, E, R> at(Instant now) {
            Decision<S, E, R> decision = given.rules().decide(given.state(), command, now);
            return new Then<>(given, decision);
        }
    }

    /// What came of it.
    public record Then<S, C, E, R>(Given<S, C, E, R> given, Decision<S, E, R> decision) {

        /// The next state; fails the test if the command was rejected.
        public S state() {
            return accepted().next();
        }

        /// The effects; fails the test if the command was rejected.
        public List<E> effects() {
            return accepted().effects();
        }

        /// All effects of one kind, in order.
        public <T extends E> List<T> effects(Class<T> kind) {
            return effects().stream().filter(kind::isInstance).map(kind::cast).toList();
        }

        /// The one effect of a kind.
        public <T extends E> T effect(Class<T> kind) {
            List<T> found = effects(kind);
            assertEquals(1, found.size(), () -> kind.getSimpleName() + " in " + effects());
            return found.getFirst();
        }

        /// Accepted with exactly these effects, in this order.
        @SafeVarargs
        @SuppressWarnings("varargs")
        public final Then<S, C, E, R> then(E... effects) {
            assertEquals(List.of(effects), effects());
            return this;
        }

        /// Accepted without a change: the very same object comes back.
        public Then<S, C, E, R> thenUnchanged() {
            assertSame(given.state(), state());
            return this;
        }

        public void thenRejected(R reason) {
            assertEquals(Decision.reject(reason), decision);
        }

        /// The next step of the story.
        public When<S, C, E, R> when(C command) {
            return new Given<>(given.rules(), state()).when(command);
        }

        private Decision.Accepted<S, E, R> accepted() {
            return switch (decision) {
                case Decision.Accepted<S, E, R> accepted -> accepted;
                case Decision.Rejected<S, E, R> rejected -> fail("rejected: " + rejected.reason());
            };
        }
    }
}
