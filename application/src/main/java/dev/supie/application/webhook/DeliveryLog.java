package dev.supie.application.webhook;

import dev.supie.application.webhook.port.Attempt;
import dev.supie.domain.meeting.MeetingNotice;
import dev.supie.domain.webhook.Delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;

/// Says and counts what becomes of notices (HOOK-1): a line for each try that failed and for each
/// notice that is settled, without anything of what was posted.
final class DeliveryLog {

    private static final System.Logger LOG = System.getLogger(DeliveryLog.class.getName());

    private final AtomicLong ok = new AtomicLong();
    private final AtomicLong retryOk = new AtomicLong();
    private final AtomicLong fail = new AtomicLong();

    /// @param next where the attempt has led
    void tell(MeetingNotice notice, Attempt attempt, Delivery next, Duration elapsed, Instant now) {
        switch (next) {
            case Delivery.Settled(Delivery.Result result, Instant _) -> {
                counterOf(result).incrementAndGet();
                String line = line(word(result), notice, attempt, elapsed);
                LOG.log(levelOf(result), line);
            }
            case Delivery.Resting(Instant retryAt) -> {
                long millis = Duration.between(now, retryAt).toMillis();
                String line = line("retry", notice, attempt, elapsed) + " retry_in_ms=" + millis;
                LOG.log(System.Logger.Level.INFO, line);
            }
            // No attempt leads back to the beginning.
            case Delivery.Waiting _ -> {}
        }
    }

    WebhookCounts counts() {
        return new WebhookCounts(ok.get(), retryOk.get(), fail.get());
    }

    private AtomicLong counterOf(Delivery.Result result) {
        return switch (result) {
            case OK -> ok;
            case RETRY_OK -> retryOk;
            case FAIL -> fail;
        };
    }

    private static System.Logger.Level levelOf(Delivery.Result result) {
        return switch (result) {
            case OK, RETRY_OK -> System.Logger.Level.INFO;
            case FAIL -> System.Logger.Level.WARNING;
        };
    }

    private static String word(Delivery.Result result) {
        return result.name().toLowerCase(Locale.ROOT);
    }

    private static String line(
            String result, MeetingNotice notice, Attempt attempt, Duration elapsed) {
        String line =
                "webhook result=%s body_len=%d sha8=%s meeting=%s device=%s elapsed_ms=%d"
                        .formatted(
                                result,
                                attempt.content().bytes(),
                                attempt.content().digest(),
                                notice.meeting(),
                                notice.device(),
                                elapsed.toMillis());
        return switch (attempt) {
            case Attempt.Accepted _ -> line;
            case Attempt.Failed(Attempt.Content _, String reason) -> line + " reason: " + reason;
        };
    }
}
