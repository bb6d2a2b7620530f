package dev.supie.adapter.out.speech;

/// A model that cannot be loaded or run, or the native library that runs it.
final class ModelBrokenException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ModelBrokenException(String message) {
        super(message);
    }

    ModelBrokenException(String message, Throwable cause) {
        super(message, cause);
    }
}
