package dev.supie.adapter.out.speech.model;

/// Files of models that are missing or are not the pinned ones; the message says what to do.
public final class ModelsUnusableException extends Exception {

    private static final long serialVersionUID = 1L;

    public ModelsUnusableException(String message) {
        super(message);
    }

    public ModelsUnusableException(String message, Throwable cause) {
        super(message, cause);
    }
}
