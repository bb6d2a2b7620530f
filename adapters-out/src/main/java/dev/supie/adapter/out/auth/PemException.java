package dev.supie.adapter.out.auth;

/// A text is not a public key that tokens can be verified with; the message says why and quotes
/// nothing of it.
public final class PemException extends Exception {

    private static final long serialVersionUID = 1L;

    PemException(String message) {
        super(message);
    }
}
