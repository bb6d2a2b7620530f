package dev.supie.application.webhook;

import static dev.supie.application.webhook.PostOffice.START;
import static dev.supie.application.webhook.PostOffice.settled;
import static dev.supie.domain.webhook.Delivery.Result.FAIL;
import static dev.supie.domain.webhook.Delivery.Result.OK;
import static dev.supie.domain.webhook.Delivery.Result.RETRY_OK;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.supie.application.meeting.port.MeetingStore;
import dev.supie.application.runtime.RecordedLog;
import dev.supie.domain.meeting.MeetingNotice;
import dev.supie.domain.webhook.Delivery;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.logging.LogRecord;

/// HOOK-1: each notice is tried, tried once more, and settled, whatever happens meanwhile.
class WebhookServiceTest {

    private static final Duration LONG = Duration.ofMinutes(10);

    private final PostOffice office = new PostOffice();
    private final RecordedLog log = new RecordedLog("dev.supie.application.webhook");

    @AfterEach
    void close() {
        log.close();
    }

    private List<String> lines() {
        return log.records().stream().map(LogRecord::getMessage).toList();
    }

    @Test
    void aMeetingThatIsOverIsToldOnce() {
        MeetingNotice notice = office.end("m1");
        office.pass(LONG);

        assertEquals(List.of(notice), office.receiver.posted());
        assertEquals(settled(OK, START), office.delivery("m1"));
        assertEquals(new WebhookCounts(1, 0, 0), office.webhooks.counts());
        assertEquals(
                List.of(
                        "webhook result=ok body_len=42 sha8=0123abcd meeting=m1 device=b1"
                                + " elapsed_ms=0"),
                lines());
        assertEquals(0, office.time.alarms());
    }

    @Test
    void nothingIsPostedOnTheThreadThatStoresTheMeeting() {
        office.end("m1");

        assertEquals(List.of(), office.receiver.posted());
    }

    @ParameterizedTest
    @CsvSource({"0.0, 2000", "0.5, 3500", "0.9999999, 5000"})
    void aFailureIsTriedAgainOnceAfterTwoToFiveSeconds(double chance, long millis) {
        office.draw(chance);
        office.receiver.failNext();
        MeetingNotice notice = office.end("m1");

        office.pass(Duration.ofMillis(millis - 1));
        assertEquals(List.of(notice), office.receiver.posted());
        office.pass(Duration.ofMillis(1));
        assertEquals(List.of(notice, notice), office.receiver.posted());

        assertEquals(settled(RETRY_OK, START.plusMillis(millis)), office.delivery("m1"));
        assertEquals(new WebhookCounts(0, 1, 0), office.webhooks.counts());
        assertEquals(
                List.of(
                        "webhook result=retry body_len=42 sha8=0123abcd meeting=m1 device=b1"
                                + " elapsed_ms=0 reason: HTTP 500 retry_in_ms="
                                + millis,
                        "webhook result=retry_ok body_len=42 sha8=0123abcd meeting=m1 device=b1"
                                + " elapsed_ms=0"),
                lines());
    }

    @Test
    void twoFailuresAreTheEnd() {
        office.receiver.down(true);
        office.end("m1");
        office.pass(LONG);

        assertEquals(2, office.receiver.posted().size());
        assertEquals(settled(FAIL, START.plusSeconds(2)), office.delivery("m1"));
        assertEquals(new WebhookCounts(0, 0, 1), office.webhooks.counts());
        assertEquals(
                "webhook result=fail body_len=42 sha8=0123abcd meeting=m1 device=b1 elapsed_ms=0"
                        + " reason: HTTP 500",
                lines().getLast());
        assertEquals(0, office.time.alarms());
    }

    @Test
    void aBugOfTheAdapterCountsAsAFailure() {
        office.receiver.breakNext();
        office.end("m1");
        office.pass(LONG);

        assertEquals(settled(RETRY_OK, START.plusSeconds(2)), office.delivery("m1"));
    }

    @Test
    void atMostFourArePostedAtATime() {
        for (int number = 0; number < 10; number++) {
            office.end("m" + number);
        }
        // The look that begins posts is one task; each post another.
        office.threads.runOne(new SplittableRandom(1));

        assertEquals(WebhookService.POSTS_MAX, office.threads.waiting());
        office.pass(LONG);
        assertEquals(10, office.receiver.posted().size());
        assertEquals(new WebhookCounts(10, 0, 0), office.webhooks.counts());
    }

    @Test
    void hundredMeetingsAtOnceAreToldInTheirOrder() {
        for (int number = 0; number < 100; number++) {
            office.end("m" + number);
        }
        office.pass(Duration.ZERO);

        List<String> told =
                office.receiver.taken().stream().map(meeting -> meeting.value()).toList();
        assertEquals(100, told.size());
        assertEquals("m0", told.getFirst());
        assertEquals("m99", told.getLast());
    }

    @Test
    void whatADeadReceiverMissedDoesNotHoldUpWhatComesAfter() {
        office.receiver.failNext();
        office.end("m1");
        office.pass(Duration.ofMillis(100));
        office.end("m2");
        office.pass(Duration.ofMillis(100));

        assertEquals(Optional.of(OK), office.result("m2"));
        assertEquals(Optional.empty(), office.result("m1"));
        office.pass(LONG);
        assertEquals(Optional.of(RETRY_OK), office.result("m1"));
    }

    @Test
    void beyondAThousandTheNewestAreGivenUp() {
        int tooMany = WebhookService.SURPLUS_MAX + 5;
        for (int number = 0; number < WebhookService.OPEN_MAX + tooMany; number++) {
            office.end("m" + number);
        }
        office.pass(LONG);

        assertEquals(
                new WebhookCounts(WebhookService.OPEN_MAX, 0, tooMany), office.webhooks.counts());
        assertEquals(Optional.of(FAIL), office.result("m" + WebhookService.OPEN_MAX));
        assertEquals(Optional.of(OK), office.result("m" + (WebhookService.OPEN_MAX - 1)));
        assertTrue(
                lines().getFirst().startsWith("webhook result=fail body_len=0 sha8=- meeting=m1000")
                        && lines().getFirst().endsWith("reason: the outbox is full"),
                () -> lines().getFirst());
    }

    @Test
    void drainingBeginsNothingAndWaitsForWhatIsUnderWay() {
        for (int number = 0; number < 6; number++) {
            office.end("m" + number);
        }
        office.threads.runOne(new SplittableRandom(1));
        var drained = office.webhooks.drain();
        assertFalse(drained.isDone());
        office.threads.runAll();

        assertTrue(drained.isDone());
        assertEquals(WebhookService.POSTS_MAX, office.receiver.posted().size());
        assertEquals(Optional.of(new Delivery.Waiting()), office.delivery("m5"));
        office.restart();
        office.pass(LONG);
        assertEquals(Optional.of(OK), office.result("m5"));
        assertEquals(6, office.receiver.posted().size());
    }

    @Test
    void anIdleServiceIsDrainedAtOnce() {
        var drained = office.webhooks.drain();
        office.threads.runAll();

        assertTrue(drained.isDone());
    }

    @Test
    void withoutAWebhookNothingGoesIntoTheOutbox() {
        MeetingStore meetings = WebhookFeature.nobodyHears(office.store);
        MeetingNotice notice = office.end(meetings, "m1");

        assertEquals(Optional.empty(), office.delivery("m1"));
        assertTrue(meetings.load(notice.meeting()).isPresent());
    }
}
