package dev.supie.bootstrap.config;

import java.net.URI;

/// Whether operators are shown spans, and where (OBS-1).
///
/// @param endpoint of the collector, with the path
/// @param samplePercent of the traces that begin here, so many are shown
/// @param handOn whether servers of language models are told of the trace
public record TracingConfig(boolean enabled, URI endpoint, int samplePercent, boolean handOn) {}
