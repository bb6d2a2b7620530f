package dev.supie.domain.server;

/// What an administrator may tell the server to do through a badge (SRV-2).
public enum ServerCommand {
    /// Read the configuration again (CFG-3).
    UPDATE_CONFIG,
    /// Drain (CON-6) and end, so that whoever looks after the process starts it again.
    RESTART
}
