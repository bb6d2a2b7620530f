package dev.supie.application.meeting.port;

/// A summarizer gave no usable answer. The message is short, for people, and has no secret in it.
public final class SummarizerException extends Exception {

    private static final long serialVersionUID = 1L;

    public SummarizerException(String message) {
        super(message);
    }

    public SummarizerException(String message, Throwable cause) {
        super(message, cause);
    }
}
