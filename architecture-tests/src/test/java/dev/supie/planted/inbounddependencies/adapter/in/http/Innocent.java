package dev.supie.planted.inbounddependencies.adapter.in.http;

import io.helidon.webserver.WebServer;

import java.net.URI;

/// An adapter of the web server.
record Innocent(WebServer server, URI address) {}
