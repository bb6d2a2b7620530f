package dev.supie.application.connection;

import dev.supie.application.runtime.Lane;
import dev.supie.application.runtime.Wakeup;
import dev.supie.domain.connection.Connection;

/// A connection that memory knows of. Its state belongs to its lane.
final class LiveConnection {

    private final Connection.Identity identity;
    private final Lane lane;
    private final Wakeup wakeup;
    private Connection state;

    LiveConnection(Connection.Open opened, Lane lane, Wakeup wakeup) {
        this.identity = opened.identity();
        this.lane = lane;
        this.wakeup = wakeup;
        this.state = opened;
    }

    Connection.Identity identity() {
        return identity;
    }

    Lane lane() {
        return lane;
    }

    Wakeup wakeup() {
        return wakeup;
    }

    Connection state() {
        return state;
    }

    void became(Connection next) {
        state = next;
    }
}
