package dev.supie.adapter.out.service;

import java.time.Duration;

/// Why a call gave nothing. The message is for people and is made of our own words only: neither
/// the key nor anything the server said is in it, and there is no cause that could carry either.
public abstract sealed class CallFailure extends Exception {

    /// What kind of trouble it is, whether or not it may be different the next time.
    public enum Kind {
        /// There was no answer in time.
        TIMEOUT,
        /// Too much is asked at once, by us or by everybody.
        BUSY,
        /// It is not there, or refuses us.
        UNAVAILABLE,
        /// It answered, but not with what it should.
        BROKEN
    }

    private static final long serialVersionUID = 1L;

    private final Kind kind;
    private final String reason;

    private CallFailure(Kind kind, String reason) {
        super(reason);
        this.kind = kind;
        this.reason = reason;
    }

    public Kind kind() {
        return kind;
    }

    public String reason() {
        return reason;
    }

    /// It may be different the next time.
    public static final class Transient extends CallFailure {

        private static final long serialVersionUID = 1L;

        private final Duration retryAfter;

        public Transient(Kind kind, String reason) {
            this(kind, reason, Duration.ZERO);
        }

        /// @param retryAfter how long the server asks us to wait; zero if it does not say
        public Transient(Kind kind, String reason, Duration retryAfter) {
            super(kind, reason);
            this.retryAfter = retryAfter;
        }

        public Duration retryAfter() {
            return retryAfter;
        }
    }

    /// Asking again would give the same, or cost money for nothing.
    public static final class Permanent extends CallFailure {

        private static final long serialVersionUID = 1L;

        public Permanent(Kind kind, String reason) {
            super(kind, reason);
        }
    }
}
