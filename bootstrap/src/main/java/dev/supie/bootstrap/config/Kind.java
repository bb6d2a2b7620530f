package dev.supie.bootstrap.config;

import java.util.Optional;
import java.util.function.Function;

/// What values of one sort look like: how they are read, and how they are written back as YAML.
///
/// Reading the written form gives an equal value; only secrets are written as their mask.
interface Kind<T> {

    Reading<T> read(Given given, Surroundings surroundings);

    /// One line of YAML; empty means that nothing is set.
    String yaml(T value);

    /// What a value looks like, in a few words for people.
    String shape();

    /// Values of this kind must never be shown.
    default boolean secret() {
        return false;
    }

    /// The same values in a richer type.
    default <R> Kind<R> as(Function<T, R> to, Function<R, T> back) {
        Kind<T> plain = this;
        return new Kind<>() {
            @Override
            public Reading<R> read(Given given, Surroundings surroundings) {
                return switch (plain.read(given, surroundings)) {
                    case Reading.Good<T>(T value) -> new Reading.Good<>(to.apply(value));
                    case Reading.Adjusted<T>(T value, String wrong, String fix) ->
                            new Reading.Adjusted<>(to.apply(value), wrong, fix);
                    case Reading.Bad<T>(String wrong, String fix) -> new Reading.Bad<>(wrong, fix);
                };
            }

            @Override
            public String yaml(R value) {
                return plain.yaml(back.apply(value));
            }

            @Override
            public String shape() {
                return plain.shape();
            }

            @Override
            public boolean secret() {
                return plain.secret();
            }
        };
    }

    /// The same values, in other words for people.
    default Kind<T> called(String shape) {
        Kind<T> plain = this;
        return new Kind<>() {
            @Override
            public Reading<T> read(Given given, Surroundings surroundings) {
                return plain.read(given, surroundings);
            }

            @Override
            public String yaml(T value) {
                return plain.yaml(value);
            }

            @Override
            public String shape() {
                return shape;
            }

            @Override
            public boolean secret() {
                return plain.secret();
            }
        };
    }

    /// The same values, or none.
    default Kind<Optional<T>> optional() {
        Kind<T> plain = this;
        return new Kind<>() {
            @Override
            public Reading<Optional<T>> read(Given given, Surroundings surroundings) {
                return plain.as(Optional::of, Optional<T>::orElseThrow).read(given, surroundings);
            }

            @Override
            public String yaml(Optional<T> value) {
                return value.map(plain::yaml).orElse("");
            }

            @Override
            public String shape() {
                return plain.shape();
            }

            @Override
            public boolean secret() {
                return plain.secret();
            }
        };
    }
}
