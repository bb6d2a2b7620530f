package dev.supie.planted.bareexceptions;

/// An exception with a name.
class InnocentException extends RuntimeException {

    InnocentException(String message) {
        super(message);
    }
}
