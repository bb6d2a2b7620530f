package dev.supie.planted.resilienceconfined.adapter.out.llm;

import io.github.resilience4j.retry.Retry;

/// The technology, at home.
interface Innocent {

    Retry use();
}
