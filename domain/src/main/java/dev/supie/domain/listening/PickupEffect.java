package dev.supie.domain.listening;

import java.time.Instant;

/// What the shell must do after a decision, in this order. All are best-effort: sound is not stored
/// anywhere.
public sealed interface PickupEffect {

    /// Keep the packet that came among the last ones (LIS-3).
    record KeepPacket() implements PickupEffect {}

    /// Forget the packets that were kept.
    record DropPackets() implements PickupEffect {}

    /// Look into the packet that came, and say what there is in it.
    record HearPacket() implements PickupEffect {}

    /// Listening begins: hear with fresh ears, and first the packets that were kept (LIS-3).
    record Prepare() implements PickupEffect {}

    /// Keep the sound among the last ones.
    record KeepSound() implements PickupEffect {}

    /// A piece of speech begins, with the sounds that were kept.
    record Begin(long segment) implements PickupEffect {}

    /// The sound belongs to this piece; whoever is asked for its text must hear it too.
    record Take(long segment) implements PickupEffect {}

    /// Ask this recognizer for the text of a piece, and no other any more: with all that was taken
    /// for it so far, and with its end if it has ended.
    record Ask(long segment, int recognizer) implements PickupEffect {}

    /// The piece has ended, and whoever is asked for its text must know (LIS-4).
    record Finish(long segment) implements PickupEffect {}

    /// Nobody wants the text of this piece; forget it.
    record Drop(long segment) implements PickupEffect {}

    /// To the badge: what has been understood so far (LIS-4).
    record TellGuess(long segment, Instant since, Speech speech) implements PickupEffect {}

    /// To the badge: what was said (LIS-4). The piece is done.
    record Tell(long segment, Instant since, Speech speech) implements PickupEffect {}

    /// To the badge: this was not understood (LIS-6). The piece is done.
    record TellUnheard(long segment, Instant since, Unheard reason) implements PickupEffect {}
}
