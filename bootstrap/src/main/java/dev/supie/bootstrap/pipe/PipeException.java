package dev.supie.bootstrap.pipe;

/// Why a build is not told, or no longer, in words for whoever runs it.
final class PipeException extends Exception {

    private static final long serialVersionUID = 1L;

    PipeException(String message) {
        super(message);
    }
}
