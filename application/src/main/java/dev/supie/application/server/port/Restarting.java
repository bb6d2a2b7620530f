package dev.supie.application.server.port;

import java.util.List;

/// The process of a server of its own, which can be ended so that whoever looks after it starts it
/// again (SRV-2). May be asked by many threads.
public interface Restarting {

    /// What is known to keep it from starting again, each with its place; empty if nothing is.
    /// Takes as long as reading the configuration takes, and changes nothing.
    List<String> obstacles();

    /// Begins the end, and returns at once.
    void restart();
}
