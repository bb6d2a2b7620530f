package dev.supie.domain.listening;

import java.time.Duration;

/// Everything that can happen to the picking up of speech.
public sealed interface PickupCommand {

    /// The badge begins to listen.
    record Start(ListenMode mode) implements PickupCommand {}

    /// The badge has ended listening.
    record Stop() implements PickupCommand {}

    /// The badge has understood something by itself, and says what: a wake word, or typed text.
    record Detect() implements PickupCommand {}

    /// A packet came; nobody has looked into it yet.
    record PacketArrived() implements PickupCommand {}

    /// There is sound, from a packet that was looked into.
    ///
    /// @param voice whether there is a voice at its end
    record SoundHeard(Duration length, boolean voice) implements PickupCommand {}

    /// A recognizer says what it has understood so far.
    record Guessed(long segment, int recognizer, Speech speech) implements PickupCommand {}

    /// A recognizer says what it has understood.
    record Understood(long segment, int recognizer, Speech speech) implements PickupCommand {}

    /// A recognizer gives up.
    record Failed(long segment, int recognizer, Unheard reason) implements PickupCommand {}

    /// It may be time for something; early and late alarms are harmless.
    record DeadlineReached() implements PickupCommand {}

    /// Whatever was heard so far is of no use any more (LIS-6): the mode changes, the meeting ends,
    /// the badge is gone.
    record Forget() implements PickupCommand {}
}
