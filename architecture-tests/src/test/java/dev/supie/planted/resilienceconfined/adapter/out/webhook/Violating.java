package dev.supie.planted.resilienceconfined.adapter.out.webhook;

import io.github.resilience4j.retry.Retry;

/// The technology, away from home.
interface Violating {

    Retry use();
}
