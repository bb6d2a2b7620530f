package dev.supie.application.conversation.port;

/// A note taker had no usable answer.
public final class NoteTakerException extends Exception {

    private static final long serialVersionUID = 1L;

    public NoteTakerException(String message) {
        super(message);
    }
}
