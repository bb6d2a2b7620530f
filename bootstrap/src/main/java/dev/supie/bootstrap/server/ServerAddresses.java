package dev.supie.bootstrap.server;

import dev.supie.adapter.in.console.ConsoleRoutes;
import dev.supie.adapter.in.http.LanAddress;
import dev.supie.bootstrap.config.ServerConfig;

import java.util.Set;

/// Where a server that listens is found.
final class ServerAddresses {

    private static final Set<String> ANY_ADDRESS = Set.of("0.0.0.0", "::", "[::]");

    private final ServerConfig config;
    private final Listeners listeners;
    private final TlsWiring tls;

    ServerAddresses(ServerConfig config, Listeners listeners, TlsWiring tls) {
        this.config = config;
        this.listeners = listeners;
        this.tls = tls;
    }

    /// Where badges connect, as a URL of this machine.
    String device() {
        return tls.scheme("ws") + host() + ":" + listeners.devicePort() + config.paths().getFirst();
    }

    /// Where REST, OTA and health are.
    String http() {
        return tls.scheme("http") + host() + ":" + listeners.httpPort();
    }

    /// Where people of this machine look at it. On the loopback if it is there: browsers give the
    /// microphone to pages from there, and to HTTPS ones.
    String console() {
        return local() + ConsoleRoutes.PATH;
    }

    /// Where programs of this machine reach REST: one that is bound to everything is on the
    /// loopback too.
    String local() {
        return ANY_ADDRESS.contains(config.ip())
                ? tls.scheme("http") + "127.0.0.1:" + listeners.httpPort()
                : http();
    }

    private String host() {
        String bound = config.ip();
        if (ANY_ADDRESS.contains(bound)) {
            return config.advertiseIp().orElseGet(LanAddress::detect);
        }
        return bound.contains(":") && !bound.startsWith("[") ? "[" + bound + "]" : bound;
    }
}
