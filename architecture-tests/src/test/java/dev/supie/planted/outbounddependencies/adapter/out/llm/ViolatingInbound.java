package dev.supie.planted.outbounddependencies.adapter.out.llm;

import dev.supie.planted.outbounddependencies.adapter.in.Endpoint;

/// Across to the other side.
record ViolatingInbound(Endpoint endpoint) {}
