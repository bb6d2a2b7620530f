package dev.supie.planted.webserverconfined.application;

import io.helidon.webserver.WebServer;

/// The technology, away from home.
interface Violating {

    WebServer use();
}
