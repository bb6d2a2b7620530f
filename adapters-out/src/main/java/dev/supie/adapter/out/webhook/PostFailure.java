package dev.supie.adapter.out.webhook;

/// Why a post came to nothing. The reason is made of our own words only: nothing that the receiver
/// said, and no secret, is in it.
final class PostFailure extends Exception {

    private static final long serialVersionUID = 1L;

    private final String reason;

    PostFailure(String reason) {
        super(reason);
        this.reason = reason;
    }

    String reason() {
        return reason;
    }
}
