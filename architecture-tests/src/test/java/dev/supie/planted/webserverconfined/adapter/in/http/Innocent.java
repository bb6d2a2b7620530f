package dev.supie.planted.webserverconfined.adapter.in.http;

import io.helidon.webserver.WebServer;

/// The technology, at home.
interface Innocent {

    WebServer use();
}
