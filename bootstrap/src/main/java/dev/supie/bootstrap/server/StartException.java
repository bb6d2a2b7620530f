package dev.supie.bootstrap.server;

/// The server cannot start as configured; the message says what is wrong and what to do (NET-2).
/// Nothing of it is left running.
public final class StartException extends Exception {

    private static final long serialVersionUID = 1L;

    StartException(String message) {
        super(message);
    }

    StartException(String message, Throwable cause) {
        super(message, cause);
    }
}
