package dev.supie.planted.interfaceprefix;

/// Begins with the same letter.
interface Innocent {}
