package dev.supie.adapter.in.http;

import java.time.Instant;

/// What does not change while a server runs.
///
/// @param version of the program
/// @param startedAt by the machine's clock
public record ServerFacts(String version, Instant startedAt) {}
