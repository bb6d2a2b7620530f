package dev.supie.planted.outbounddependencies.adapter.out.llm;

import java.net.http.HttpClient;

/// An adapter of a language model.
record Innocent(HttpClient client) {}
