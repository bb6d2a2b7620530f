package dev.supie.planted.outbounddependencies.adapter.out.llm;

import io.helidon.webserver.WebServer;

/// An outbound adapter that serves.
record ViolatingServer(WebServer server) {}
