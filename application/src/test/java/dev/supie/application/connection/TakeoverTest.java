package dev.supie.application.connection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.supie.application.connection.Connections.Receipt;
import dev.supie.application.connection.port.BadgeMessage;
import dev.supie.application.connection.port.BadgeMessage.FeatureError;
import dev.supie.application.connection.port.BadgeMessage.ModeReceipt;
import dev.supie.application.connection.port.BadgeMessage.Replaced;
import dev.supie.application.connection.port.BadgeMessage.SnippetReceipt;
import dev.supie.application.connection.port.BadgeMessage.Welcome;
import dev.supie.application.connection.port.ErrorCode;
import dev.supie.application.connection.port.Rid;
import dev.supie.application.fixture.Bench;
import dev.supie.domain.connection.CloseCode;
import dev.supie.domain.connection.Mode;
import dev.supie.domain.kernel.SessionId;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// DUP-1 and DUP-2: a second connection of one badge.
class TakeoverTest {

    private final Bench bench = new Bench().start();
    private final SessionId old = bench.connect(Asking.DEVICE);

    @Test
    void theOldOneIsToldAndClosedAfterOneAndAHalfSeconds() {
        bench.connect(Asking.DEVICE);

        assertEquals(
                Duration.ofMillis(1500), bench.heard(old, Replaced.class).getFirst().closingIn());
        bench.pass(Duration.ofMillis(1499));
        assertEquals(Optional.empty(), bench.link.closedWith(old));
        bench.pass(Duration.ofMillis(1));
        assertEquals(Optional.of(CloseCode.REPLACED), bench.link.closedWith(old));
    }

    @Test
    void theNewOneIsWelcomedAndStays() {
        SessionId fresh = bench.connect(Asking.DEVICE);

        assertEquals(Welcome.class, bench.link.sentTo(fresh).getFirst().getClass());
        bench.pass(Duration.ofSeconds(10));
        assertEquals(Optional.empty(), bench.link.closedWith(fresh));
        assertEquals(List.of(), bench.link.sentTo(fresh, Replaced.class));
    }

    /// Two handshakes follow each other at once, and the thread of the first is late.
    @Test
    void theOneAdmittedLastWinsAlsoIfItOpensFirst() {
        String device = "in-a-hurry";
        SessionId earlier = bench.admit(device).orElseThrow();
        SessionId later = bench.admit(device).orElseThrow();

        bench.open(later);
        bench.open(earlier);
        bench.threads.runAll();
        bench.pass(Duration.ofMillis(1500));

        assertEquals(1, bench.heard(earlier, Replaced.class).size());
        assertEquals(Optional.of(CloseCode.REPLACED), bench.link.closedWith(earlier));
        assertEquals(List.of(), bench.link.sentTo(later, Replaced.class));
        bench.link.take(later);
        bench.startMeeting(later);
        assertEquals(1, bench.heard(later, ModeReceipt.class).size());
    }

    /// The later one may be gone before the earlier one opens; then there is nothing to lose.
    @Test
    void theOneAdmittedFirstStaysIfTheLaterHasEnded() {
        String device = "in-a-hurry";
        SessionId earlier = bench.admit(device).orElseThrow();
        SessionId later = bench.admit(device).orElseThrow();

        bench.open(later);
        bench.link.disconnect(later);
        bench.connections().closed(later);
        bench.open(earlier);
        bench.threads.runAll();
        bench.pass(Duration.ofMillis(1500));

        assertEquals(List.of(), bench.link.sentTo(earlier, Replaced.class));
        assertEquals(Optional.empty(), bench.link.closedWith(earlier));
    }

    @Test
    void theOldOnesMeetingWritesAreRefused() {
        bench.startMeeting(old);
        bench.connect(Asking.DEVICE);
        bench.link.take(old);

        bench.send(old, Asking.snippet("too late"));
        bench.send(old, Asking.finish());
        bench.send(old, Asking.end(Mode.MEETING));

        List<FeatureError> errors = bench.heard(old, FeatureError.class);
        assertEquals(
                List.of("snippet", "finalize", "end"),
                errors.stream().map(FeatureError::phase).toList());
        assertTrue(errors.stream().allMatch(error -> error.code() == ErrorCode.UNAUTHORIZED));
        assertEquals(List.of(), bench.model.requests());
    }

    @Test
    void theOldOneIsFencedFromTheMomentOfTakeoverOn() {
        bench.connections().receive(old, Asking.start(Mode.MEETING));
        bench.connections().receive(old, Asking.snippet("too late"));
        bench.opening(Asking.DEVICE);
        bench.link.take(old);

        bench.threads.runAll();

        assertEquals(List.of(), bench.link.sentTo(old, ModeReceipt.class));
        assertEquals(List.of(), bench.link.sentTo(old, SnippetReceipt.class));
        assertEquals(List.of(), bench.store.unfinished());
    }

    @Test
    void theOldOneStaysFencedWhenTheNewOneIsGoneAgain() {
        bench.startMeeting(old);
        SessionId fresh = bench.connect(Asking.DEVICE);
        bench.disconnect(fresh);
        bench.link.take(old);

        bench.send(old, Asking.snippet("too late"));

        assertEquals(List.of(), bench.link.sentTo(old, SnippetReceipt.class));
        assertEquals(
                ErrorCode.UNAUTHORIZED, bench.heard(old, FeatureError.class).getFirst().code());
    }

    @Test
    void theOldOnesCloseDoesNotRemoveTheNewRoute() {
        SessionId fresh = bench.connect(Asking.DEVICE);

        bench.disconnect(old);

        bench.startMeeting(fresh);
        bench.say(fresh, "heard");
        assertEquals(1, bench.heard(fresh, SnippetReceipt.class).getFirst().accepted());
        SessionId third = bench.connect(Asking.DEVICE);
        assertFalse(bench.heard(fresh, Replaced.class).isEmpty());
        assertEquals(Receipt.TAKEN, bench.send(third, Asking.hello()));
    }

    @Test
    void theNewOneGoesOnWithTheMeeting() {
        bench.startMeeting(old);
        bench.say(old, "before");
        SessionId fresh = bench.connect(Asking.DEVICE);

        bench.startMeeting(fresh);
        bench.disconnect(old);
        bench.say(fresh, "after");
        bench.finish(fresh);

        assertTrue(bench.link.sentTo(fresh, ModeReceipt.class).getFirst().resumed());
        assertEquals(
                List.of("before after"),
                bench.heard(fresh, BadgeMessage.MeetingSummary.class)
                        .getFirst()
                        .summary()
                        .minutes()
                        .bullets());
    }

    @Test
    void tenTakeoversInARowLeaveOneConnection() {
        List<SessionId> sessions = new ArrayList<>(List.of(old));
        for (int i = 0; i < 10; i++) {
            bench.pass(Duration.ofSeconds(12));
            sessions.add(bench.connect(Asking.DEVICE));
        }
        SessionId last = sessions.removeLast();

        bench.pass(Duration.ofMillis(1500));

        for (SessionId session : sessions) {
            assertEquals(1, bench.link.sentTo(session, Replaced.class).size());
            assertEquals(Optional.of(CloseCode.REPLACED), bench.link.closedWith(session));
            bench.disconnect(session);
        }
        assertEquals(Optional.empty(), bench.link.closedWith(last));
        assertEquals(1, bench.connections().count());
        assertEquals(1, bench.time.alarms());
        bench.startMeeting(last);
        assertEquals(1, bench.link.sentTo(last, ModeReceipt.class).size());
    }

    @Test
    void aReplacedOneThatSaysHelloIsAnsweredAndDoesNotLiveLonger() {
        bench.connect(Asking.DEVICE);
        bench.pass(Duration.ofSeconds(1));
        bench.link.take(old);

        bench.send(old, Asking.hello());

        assertEquals(List.of(new Welcome(old, Rid.NONE)), bench.link.sentTo(old));
        bench.pass(Duration.ofMillis(500));
        assertEquals(Optional.of(CloseCode.REPLACED), bench.link.closedWith(old));
    }
}
