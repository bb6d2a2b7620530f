package dev.supie.adapter.out.auth;

/// A server did not say what it was asked for. The message is ours and quotes nothing of an answer.
final class NoAnswerException extends Exception {

    private static final long serialVersionUID = 1L;

    NoAnswerException(String message) {
        super(message);
    }
}
