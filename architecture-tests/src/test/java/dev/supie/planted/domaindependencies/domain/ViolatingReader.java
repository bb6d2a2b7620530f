package dev.supie.planted.domaindependencies.domain;

import java.io.Reader;

/// Reads where only values are allowed.
record ViolatingReader(Reader reader) {}
