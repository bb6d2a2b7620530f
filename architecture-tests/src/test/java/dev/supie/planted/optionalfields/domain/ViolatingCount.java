package dev.supie.planted.optionalfields.domain;

import java.util.OptionalInt;

/// The same with a number.
record ViolatingCount(OptionalInt count) {}
