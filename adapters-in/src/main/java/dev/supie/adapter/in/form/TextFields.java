package dev.supie.adapter.in.form;

import java.util.Optional;

/// The text fields of an object, whichever library has parsed it. What is wrong with one is
/// remembered, and the field reads as absent.
public interface TextFields {

    /// Text that may be absent; `null` counts as absent.
    <T> Optional<T> optional(String name, TextForm<T> form);

    /// Like [#optional], but a `null` that is there takes the value away.
    ///
    /// @param none what is there then
    <T> Optional<T> clearable(String name, TextForm<T> form, T none);
}
