package dev.supie.planted.resilienceconfined.adapter.out.service;

import io.github.resilience4j.retry.Retry;

/// The technology, at home.
interface Innocent {

    Retry use();
}
