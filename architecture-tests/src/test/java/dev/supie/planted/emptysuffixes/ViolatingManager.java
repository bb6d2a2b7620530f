package dev.supie.planted.emptysuffixes;

/// A name that says nothing.
interface ViolatingManager {}
