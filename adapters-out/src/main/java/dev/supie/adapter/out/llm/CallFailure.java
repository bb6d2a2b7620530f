package dev.supie.adapter.out.llm;

import java.time.Duration;

/// Why a call gave nothing. The message is for people and is made of our own words only: neither
/// the key nor anything the server said is in it, and there is no cause that could carry either.
abstract sealed class CallFailure extends Exception {

    private static final long serialVersionUID = 1L;

    private final String reason;

    private CallFailure(String reason) {
        super(reason);
        this.reason = reason;
    }

    String reason() {
        return reason;
    }

    /// It may be different the next time.
    static final class Transient extends CallFailure {

        private static final long serialVersionUID = 1L;

        private final Duration retryAfter;

        Transient(String reason) {
            this(reason, Duration.ZERO);
        }

        /// @param retryAfter how long the server asks us to wait; zero if it does not say
        Transient(String reason, Duration retryAfter) {
            super(reason);
            this.retryAfter = retryAfter;
        }

        Duration retryAfter() {
            return retryAfter;
        }
    }

    /// Asking again would give the same, or cost money for nothing.
    static final class Permanent extends CallFailure {

        private static final long serialVersionUID = 1L;

        Permanent(String reason) {
            super(reason);
        }
    }
}
