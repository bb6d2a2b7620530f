package dev.supie.domain.peer;

import dev.supie.domain.kernel.Decision;
import dev.supie.domain.peer.Envelope.Accepted;
import dev.supie.domain.peer.Envelope.Acknowledged;
import dev.supie.domain.peer.Envelope.Dropped;
import dev.supie.domain.peer.Envelope.Expired;
import dev.supie.domain.peer.Envelope.InFlight;
import dev.supie.domain.peer.Envelope.Queued;
import dev.supie.domain.peer.Envelope.Reason;
import dev.supie.domain.peer.Envelope.Settled;
import dev.supie.domain.peer.EnvelopeCommand.Acknowledge;
import dev.supie.domain.peer.EnvelopeCommand.CheckAge;
import dev.supie.domain.peer.EnvelopeCommand.Displace;
import dev.supie.domain.peer.EnvelopeCommand.Enqueue;
import dev.supie.domain.peer.EnvelopeCommand.Interrupt;
import dev.supie.domain.peer.EnvelopeCommand.Purge;
import dev.supie.domain.peer.EnvelopeCommand.Send;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// The rules of one message on its way to one target (PEER-7, PEER-8). Pure: time comes in.
final class EnvelopeDecider {

    private EnvelopeDecider() {}

    static Decision<Envelope, PeerEffect, EnvelopeRejection> decide(
            Envelope envelope, EnvelopeCommand command, Instant now) {
        return switch (envelope) {
            case Accepted accepted -> whileAccepted(accepted, command);
            case Queued queued -> whileQueued(queued, command, now);
            case InFlight flying -> whileInFlight(flying, command, now);
            case Settled _ -> Decision.reject(EnvelopeRejection.SETTLED);
        };
    }

    private static Decision<Envelope, PeerEffect, EnvelopeRejection> whileAccepted(
            Accepted accepted, EnvelopeCommand command) {
        return switch (command) {
            case Enqueue(long rseq) -> {
                Queued queued = new Queued(accepted.letter(), rseq, 0);
                yield Decision.accept(queued, List.of(new PeerEffect.Place(queued)));
            }
            case Send _, Acknowledge _, Interrupt _, Displace _, Purge _, CheckAge _ ->
                    Decision.reject(EnvelopeRejection.NOT_QUEUED);
        };
    }

    private static Decision<Envelope, PeerEffect, EnvelopeRejection> whileQueued(
            Queued queued, EnvelopeCommand command, Instant now) {
        Letter letter = queued.letter();
        long rseq = queued.rseq();
        return switch (command) {
            case Enqueue _ -> Decision.reject(EnvelopeRejection.ALREADY_QUEUED);
            case Send _ when letter.isExpired(now) -> settled(new Expired(letter, rseq, now));
            case Send _ when queued.attempts() >= Envelope.ATTEMPTS_MAX ->
                    settled(new Dropped(letter, rseq, now, Reason.UNDELIVERABLE));
            case Send send -> sent(queued, send, now);
            // A badge that remembers what it has need not be sent it again.
            case Acknowledge _ ->
                    queued.attempts() > 0
                            ? settled(new Acknowledged(letter, rseq, now))
                            : Decision.reject(EnvelopeRejection.NEVER_SENT);
            case Displace _ -> settled(new Dropped(letter, rseq, now, Reason.DISPLACED));
            case Purge _ -> settled(new Dropped(letter, rseq, now, Reason.PURGED));
            case CheckAge _ when letter.isExpired(now) -> settled(new Expired(letter, rseq, now));
            case CheckAge _, Interrupt _ -> Decision.accept(queued, List.of());
        };
    }

    /// It is not too old before the connection has ended: the target may well have it.
    private static Decision<Envelope, PeerEffect, EnvelopeRejection> whileInFlight(
            InFlight flying, EnvelopeCommand command, Instant now) {
        Letter letter = flying.letter();
        long rseq = flying.rseq();
        return switch (command) {
            case Enqueue _ -> Decision.reject(EnvelopeRejection.ALREADY_QUEUED);
            case Send _, Displace _ -> Decision.reject(EnvelopeRejection.IN_FLIGHT);
            // Whether its target has it is not known, and what it says later does not count.
            case Purge _ -> settled(new Dropped(letter, rseq, now, Reason.PURGED));
            case Acknowledge _ -> settled(new Acknowledged(letter, rseq, now));
            case Interrupt _ when flying.attempts() >= Envelope.ATTEMPTS_MAX ->
                    settled(new Dropped(letter, rseq, now, Reason.UNDELIVERABLE));
            case Interrupt _ ->
                    Decision.accept(new Queued(letter, rseq, flying.attempts()), List.of());
            case CheckAge _ -> Decision.accept(flying, List.of());
        };
    }

    private static Decision<Envelope, PeerEffect, EnvelopeRejection> sent(
            Queued queued, Send send, Instant now) {
        InFlight flying = new InFlight(queued.letter(), queued.rseq(), queued.attempts() + 1);
        Duration left = Duration.between(now, queued.letter().expiresAt());
        return Decision.accept(
                flying,
                List.of(
                        new PeerEffect.NoteAttempt(flying),
                        new PeerEffect.Transmit(send.session(), flying, left)));
    }

    private static Decision<Envelope, PeerEffect, EnvelopeRejection> settled(Settled end) {
        return Decision.accept(end, List.of(new PeerEffect.Settle(end)));
    }
}
