package dev.supie.application.peer.port;

/// A structurer had no usable answer.
public final class StructurerException extends Exception {

    private static final long serialVersionUID = 1L;

    public StructurerException(String message) {
        super(message);
    }
}
