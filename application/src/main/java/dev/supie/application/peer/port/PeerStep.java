package dev.supie.application.peer.port;

import dev.supie.domain.kernel.DeviceId;
import dev.supie.domain.peer.Ending;
import dev.supie.domain.peer.Envelope;
import dev.supie.domain.peer.MessageId;

import java.util.List;

/// What is to be stored together, in this order: what comes in may already be over.
///
/// @param sent messages that are accepted now
/// @param placed envelopes that come into inboxes now, by ascending place in each; those of `sent`
/// @param attempts envelopes that wait already and will have been sent once more
/// @param ended envelopes that do not wait any more
/// @param told outcomes that senders have been told
/// @param habits what badges have said of themselves
/// @param handovers messages of `sent` whose tasks are to go onto boards (PEER-10)
public record PeerStep(
        List<SentMessage> sent,
        List<Envelope.Waiting> placed,
        List<Envelope.InFlight> attempts,
        List<Envelope.Settled> ended,
        List<Outcome> told,
        List<Habit> habits,
        List<MessageId> handovers) {

    /// Whether a badge acknowledges ([dev.supie.domain.peer.Shelf#acknowledges]).
    public record Habit(DeviceId owner, boolean acknowledges) {}

    public PeerStep {
        sent = List.copyOf(sent);
        placed = List.copyOf(placed);
        attempts = List.copyOf(attempts);
        ended = List.copyOf(ended);
        told = List.copyOf(told);
        habits = List.copyOf(habits);
        handovers = List.copyOf(handovers);
    }

    /// One without tasks.
    public PeerStep(
            List<SentMessage> sent,
            List<Envelope.Waiting> placed,
            List<Envelope.InFlight> attempts,
            List<Envelope.Settled> ended,
            List<Outcome> told,
            List<Habit> habits) {
        this(sent, placed, attempts, ended, told, habits, List.of());
    }

    public boolean isEmpty() {
        return sent.isEmpty()
                && placed.isEmpty()
                && attempts.isEmpty()
                && ended.isEmpty()
                && told.isEmpty()
                && habits.isEmpty();
    }

    /// What its sender may have to be told of an end.
    public static Outcome outcome(Envelope.Settled end) {
        return new Outcome(
                end.letter().id(),
                end.letter().sender(),
                end.letter().target(),
                Ending.of(end),
                end.letter().reported());
    }
}
