package dev.supie.bootstrap.remote;

/// A server could not be asked, or said no; the message tells whoever asked why, and what to do.
public final class RemoteServerException extends Exception {

    private static final long serialVersionUID = 1L;

    RemoteServerException(String message) {
        super(message);
    }
}
