package dev.supie.application.connection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.supie.application.connection.port.BadgeMessage;
import dev.supie.application.connection.port.BadgeMessage.MeetingSummary;
import dev.supie.application.connection.port.BadgeMessage.ModeReceipt;
import dev.supie.application.connection.port.BadgeMessage.SnippetReceipt;
import dev.supie.application.connection.port.BadgeMessage.Welcome;
import dev.supie.application.connection.port.Rid;
import dev.supie.application.fixture.Bench;
import dev.supie.domain.kernel.SessionId;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.Collections;
import java.util.List;

/// CON-1 and CON-2: the first message, and the answer to every hello.
class WelcomeTest {

    private final Bench bench = new Bench().start();

    @Test
    void theWelcomeIsTheFirstMessageEvenIfTheBadgeSpeaksAtOnce() {
        SessionId badge = bench.opening(Asking.DEVICE);
        bench.connections().receive(badge, Asking.snippet("at once"));

        bench.threads.runAll();

        assertEquals(new Welcome(badge, Rid.NONE), bench.link.sentTo(badge).getFirst());
        assertEquals(2, bench.link.sentTo(badge).size());
    }

    /// Pings are answered by whoever reads them, without the core: the welcome must be out by then.
    @Test
    void theWelcomeIsOnItsWayBeforeAnythingOfTheBadgeIsRead() {
        SessionId badge = bench.opening(Asking.DEVICE);

        assertEquals(List.of(new Welcome(badge, Rid.NONE)), bench.link.sentTo(badge));
    }

    @Test
    void whatWaitsForTheBadgeComesAfterTheWelcome() {
        SessionId first = bench.connect(Asking.DEVICE);
        bench.startMeeting(first);
        bench.say(first, "something");
        bench.disconnect(first);
        bench.pass(Duration.ofMinutes(31));

        SessionId again = bench.connect(Asking.DEVICE);

        List<BadgeMessage> sent = bench.link.sentTo(again);
        assertEquals(2, sent.size());
        assertInstanceOf(Welcome.class, sent.getFirst());
        assertInstanceOf(MeetingSummary.class, sent.getLast());
    }

    @Test
    void everyHelloIsAnsweredWithTheSameSession() {
        SessionId badge = bench.connect(Asking.DEVICE);
        for (int i = 0; i < 50; i++) {
            bench.send(badge, Asking.hello());
        }

        assertEquals(
                Collections.nCopies(51, new Welcome(badge, Rid.NONE)), bench.link.sentTo(badge));
    }

    @Test
    void aHelloResetsNothing() {
        SessionId badge = bench.connect(Asking.DEVICE);
        bench.startMeeting(badge);
        bench.link.take(badge);

        bench.send(badge, Asking.hello());
        bench.startMeeting(badge);
        bench.say(badge, "still heard");

        assertEquals(
                List.of(true),
                bench.link.sentTo(badge, ModeReceipt.class).stream()
                        .map(ModeReceipt::idempotent)
                        .toList());
        assertEquals(1, bench.heard(badge, SnippetReceipt.class).getFirst().accepted());
    }
}
