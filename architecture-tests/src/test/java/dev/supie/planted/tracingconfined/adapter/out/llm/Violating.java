package dev.supie.planted.tracingconfined.adapter.out.llm;

import io.opentelemetry.api.trace.Tracer;

/// The technology, away from home.
interface Violating {

    Tracer use();
}
