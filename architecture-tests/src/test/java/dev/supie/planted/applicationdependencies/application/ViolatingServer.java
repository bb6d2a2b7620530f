package dev.supie.planted.applicationdependencies.application;

import io.helidon.webserver.WebServer;

/// Knows of the web server.
record ViolatingServer(WebServer server) {}
