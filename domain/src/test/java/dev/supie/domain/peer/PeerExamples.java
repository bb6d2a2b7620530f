package dev.supie.domain.peer;

import dev.supie.domain.kernel.DeviceId;
import dev.supie.domain.kernel.Scenario;
import dev.supie.domain.kernel.SessionId;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Badges and messages that tests of the peer rules are about.
final class PeerExamples {

    static final Instant START = Instant.parse("2026-11-21T09:00:00Z");
    static final Duration LIFETIME = Duration.ofDays(3);
    static final DeviceId LI = new DeviceId("aa:01");
    static final DeviceId ZOE = new DeviceId("bb:02");
    static final DeviceId ME = new DeviceId("cc:03");
    static final SessionId SESSION = new SessionId("session-1");
    static final SessionId LATER = new SessionId("session-2");
    static final Manners ACKS = new Manners(true, 16);

    private PeerExamples() {}

    static MessageId id(int number) {
        return new MessageId("%012x%020x".formatted(START.toEpochMilli(), number));
    }

    /// The message of this number from Li to me.
    static Letter letter(int number) {
        return letter(number, LI);
    }

    static Letter letter(int number, DeviceId sender) {
        return new Letter(id(number), sender, ME, START.plus(LIFETIME), false);
    }

    static Letter lasting(int number, Duration lifetime) {
        return new Letter(id(number), LI, ME, START.plus(lifetime), false);
    }

    /// Messages 1 to `count` from Li wait, and have not been sent yet.
    static Shelf waiting(int count) {
        List<Envelope.Waiting> waiting = new ArrayList<>();
        for (int number = 1; number <= count; number++) {
            waiting.add(new Envelope.Queued(letter(number), number, 0));
        }
        return new Shelf(ME, count, waiting);
    }

    static Scenario.Given<Inbox, InboxCommand, PeerEffect, InboxRejection> given(Inbox inbox) {
        return given(InboxSettings.DEFAULTS, inbox);
    }

    static Scenario.Given<Inbox, InboxCommand, PeerEffect, InboxRejection> given(
            InboxSettings settings, Inbox inbox) {
        return Scenario.given(new InboxDecider(settings)::decide, inbox);
    }

    /// What a badge with these manners is once it has said hello to these messages.
    static Inbox serving(Shelf shelf, Manners manners) {
        return given(new Inbox.Away(shelf))
                .when(new InboxCommand.Arrive(SESSION))
                .at(START)
                .when(new InboxCommand.Greet(SESSION, manners))
                .at(START)
                .state();
    }

    /// The places of what is in flight.
    static List<Long> inFlight(Inbox inbox) {
        return inbox.shelf().waiting().stream()
                .filter(Envelope.InFlight.class::isInstance)
                .map(Envelope.Waiting::rseq)
                .toList();
    }

    /// The places of everything that waits, in flight or not.
    static List<Long> places(Inbox inbox) {
        return inbox.shelf().waiting().stream().map(Envelope.Waiting::rseq).toList();
    }

    static List<Long> sent(List<PeerEffect.Transmit> transmitted) {
        return transmitted.stream().map(one -> one.envelope().rseq()).toList();
    }
}
