package dev.supie.domain.kernel;

import java.util.List;

/// What a decider answers: the next state with the effects the shell must carry out, or the reason
/// why the rules say no.
///
/// A rejection is a value, never an exception: callers must look at it to compile.
///
/// @param <S> the state that was decided on
/// @param <E> effects, carried out in list order after the next state has been stored
/// @param <R> reasons of a rejection
public sealed interface Decision<S, E, R> {

    /// The command is accepted.
    record Accepted<S, E, R>(S next, List<E> effects) implements Decision<S, E, R> {
        public Accepted {
            effects = List.copyOf(effects);
        }
    }

    /// The rules refuse the command; the state stays as it was.
    record Rejected<S, E, R>(R reason) implements Decision<S, E, R> {}

    static <S, E, R> Decision<S, E, R> accept(S next, List<E> effects) {
        return new Accepted<>(next, effects);
    }

    static <S, E, R> Decision<S, E, R> reject(R reason) {
        return new Rejected<>(reason);
    }
}
