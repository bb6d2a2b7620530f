package dev.supie.planted.tracingconfined.adapter.out.tracing;

import io.opentelemetry.api.trace.Tracer;

/// The technology, at home.
interface Innocent {

    Tracer use();
}
