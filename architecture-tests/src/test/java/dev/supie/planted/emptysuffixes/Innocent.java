package dev.supie.planted.emptysuffixes;

/// A name without an empty suffix.
interface Innocent {}
