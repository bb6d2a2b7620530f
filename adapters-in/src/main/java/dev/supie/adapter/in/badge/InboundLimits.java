package dev.supie.adapter.in.badge;

import dev.supie.application.connection.port.BadgeMessage.RateLimited;
import dev.supie.domain.connection.ErrorBudget;
import dev.supie.domain.connection.MessageRates;
import dev.supie.domain.kernel.TokenBucket;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// How much of one badge is listened to, and how much it is told about it (MSG-2, MSG-3). For the
/// one thread that reads from the badge.
final class InboundLimits {

    private TokenBucket text = TokenBucket.full(MessageRates.TEXT);
    private TokenBucket audio = TokenBucket.full(MessageRates.AUDIO);
    private TokenBucket notices = TokenBucket.full(MessageRates.NOTICES);
    private ErrorBudget errors = ErrorBudget.UNSPENT;

    boolean admitsText(Instant now) {
        TokenBucket.Taken taken = text.take(now);
        text = taken.next();
        return taken.granted();
    }

    boolean admitsAudio(Instant now) {
        TokenBucket.Taken taken = audio.take(now);
        audio = taken.next();
        return taken.granted();
    }

    /// What to say about a text message that was dropped; nothing if it was said just now.
    Optional<RateLimited> noticeOfText(Instant now) {
        return notice("more than 50 text messages a second", text.wait(now), now);
    }

    /// What to say about an audio packet that was dropped; nothing if it was said just now.
    Optional<RateLimited> noticeOfAudio(Instant now) {
        return notice("more than 100 audio packets a second", audio.wait(now), now);
    }

    /// Whether one more error may be sent.
    boolean admitsError(Instant now) {
        ErrorBudget.Spending spending = errors.spend(now);
        errors = spending.next();
        return spending.granted();
    }

    private Optional<RateLimited> notice(String message, Duration wait, Instant now) {
        TokenBucket.Taken taken = notices.take(now);
        notices = taken.next();
        return taken.granted() ? Optional.of(new RateLimited(message, wait)) : Optional.empty();
    }
}
