package dev.supie.application.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.supie.application.webhook.port.Attempt;
import dev.supie.application.webhook.port.Webhook;
import dev.supie.domain.meeting.MeetingHead.Phase;
import dev.supie.domain.meeting.MeetingNotice;
import dev.supie.domain.meeting.Quality;

import org.junit.jupiter.api.Test;

import java.time.Duration;

/// What every way to a receiver must do (HOOK-1).
public abstract class WebhookContract {

    protected abstract Webhook webhook();

    /// From now on the receiver takes everything, or nothing.
    protected abstract void receiverTakes(boolean everything);

    /// How often the receiver was asked to take something.
    protected abstract int posts();

    /// A notice for tests.
    protected static MeetingNotice notice(String meeting) {
        SampleMeeting sample = new SampleMeeting(meeting);
        if (!(sample.finalizedPhase(new Quality.Full(), false)
                instanceof Phase.Finalized finalized)) {
            throw new AssertionError("not finalized");
        }
        return new MeetingNotice(
                sample.head().device(),
                SampleMeeting.START,
                finalized.endedAt(),
                7,
                Duration.ofMillis(1234),
                finalized.summary());
    }

    @Test
    void whatIsTakenIsAcceptedWithOnePost() {
        receiverTakes(true);

        Attempt attempt = webhook().post(notice("m1"));

        assertInstanceOf(Attempt.Accepted.class, attempt);
        assertTrue(attempt.content().bytes() > 0);
        assertTrue(attempt.content().digest().matches("[0-9a-f]{8}"));
        assertEquals(1, posts());
    }

    @Test
    void whatIsRefusedIsFailedWithAReasonOnOneLine() {
        receiverTakes(false);

        Attempt.Failed failed =
                assertInstanceOf(Attempt.Failed.class, webhook().post(notice("m1")));

        assertFalse(failed.reason().isBlank());
        assertTrue(failed.reason().chars().noneMatch(Character::isISOControl));
        assertEquals(1, posts());
    }

    @Test
    void theSameNoticeHasTheSameContentEachTime() {
        receiverTakes(false);
        Attempt.Content first = webhook().post(notice("m1")).content();
        receiverTakes(true);

        assertEquals(first, webhook().post(notice("m1")).content());
    }
}
