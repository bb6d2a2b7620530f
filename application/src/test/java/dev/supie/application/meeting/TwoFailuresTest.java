package dev.supie.application.meeting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.supie.application.connection.BadgeRequest;
import dev.supie.application.connection.port.BadgeMessage;
import dev.supie.application.connection.port.BadgeMessage.MeetingSummary;
import dev.supie.application.connection.port.BadgeMessage.SnippetReceipt;
import dev.supie.application.connection.port.ErrorCode;
import dev.supie.application.connection.port.Rid;
import dev.supie.application.fixture.Bench;
import dev.supie.domain.connection.Mode;
import dev.supie.domain.connection.ModeAction;
import dev.supie.domain.kernel.SessionId;
import dev.supie.domain.meeting.Quality;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayDeque;

/// MTG-8, MTG-9: a store that fails more than once, and a model that blocks everybody.
class TwoFailuresTest {

    private static final String DEVICE = "aa:01";

    @Test
    void aBadgeStillTakesPartAfterTheStoreHasFailedTwice() {
        Bench bench = new Bench().start();
        SessionId badge = bench.connect(DEVICE);
        bench.startMeeting(badge);
        bench.store.failNextSaveBefore();
        bench.say(badge, "first try");
        bench.store.failNextSaveBefore();
        bench.say(badge, "second try");

        bench.say(badge, "third try");

        assertEquals(1, bench.heard(badge, SnippetReceipt.class).getLast().accepted());
    }

    @Test
    void aModelThatHangsDoesNotHoldUpTheFallback() {
        ArrayDeque<Runnable> hanging = new ArrayDeque<>();
        Bench bench = new Bench().summarisingOn(hanging::add).start();
        for (int i = 0; i < 20; i++) {
            SessionId badge = bench.connect("badge-" + i);
            bench.startMeeting(badge);
            bench.say(badge, "we ship on Friday");
            bench.finish(badge);
        }

        bench.pass(Duration.ofMinutes(5));

        for (int i = 1; i <= 20; i++) {
            MeetingSummary summary =
                    bench.heard(new SessionId("session-" + i), MeetingSummary.class).getFirst();
            assertInstanceOf(Quality.Degraded.class, summary.summary().quality());
            assertEquals(1, summary.summary().minutes().bullets().size());
        }
        assertEquals(0, bench.model.requests().size());
    }

    @Test
    void aBadgeCannotPileUpMeetingsWhoseMinutesAreNotWritten() {
        ArrayDeque<Runnable> hanging = new ArrayDeque<>();
        Bench bench = new Bench().summarisingOn(hanging::add).start();
        SessionId badge = bench.connect(DEVICE);
        for (int i = 0; i < MeetingService.UNFINISHED_MAX; i++) {
            bench.startMeeting(badge);
            bench.say(badge, "we ship on Friday");
            bench.finish(badge);
        }
        bench.link.take(badge);

        bench.send(badge, new BadgeRequest.SwitchMode(ModeAction.START, Mode.MEETING, Rid.NONE));

        BadgeMessage.FeatureError refused =
                bench.heard(badge, BadgeMessage.FeatureError.class).getFirst();
        assertEquals(ErrorCode.BUSY, refused.code());
    }
}
