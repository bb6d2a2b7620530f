package dev.supie.adapter.in.badge.codec;

import java.util.Optional;
import java.util.function.Function;

/// What a text field must look like.
///
/// @param words what a badge is told that sends something else
/// @param reading gives nothing for a text of another form
record TextForm<T>(String words, Function<String, Optional<T>> reading) {}
