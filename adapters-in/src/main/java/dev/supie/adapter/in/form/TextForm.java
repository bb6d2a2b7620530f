package dev.supie.adapter.in.form;

import java.util.Optional;
import java.util.function.Function;

/// What a text field must look like.
///
/// @param words what somebody is told who sends something else
/// @param reading gives nothing for a text of another form
public record TextForm<T>(String words, Function<String, Optional<T>> reading) {}
