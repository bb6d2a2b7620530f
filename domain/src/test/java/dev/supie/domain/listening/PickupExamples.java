package dev.supie.domain.listening;

import dev.supie.domain.kernel.Scenario;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// Badges that are listened to, as the tests need them.
final class PickupExamples {

    static final Instant START = Instant.parse("2026-11-21T09:00:00Z");
    static final Duration FALLBACK = Duration.ofSeconds(5);
    static final Duration ANSWER = Duration.ofSeconds(10);
    static final Duration PACKET = Duration.ofMillis(60);
    static final PickupSettings TWO = new PickupSettings(2, FALLBACK, ANSWER);
    static final PickupDecider DECIDER = new PickupDecider(TWO);

    static final PickupCommand STOP = new PickupCommand.Stop();
    static final PickupCommand DETECT = new PickupCommand.Detect();
    static final PickupCommand PACKET_ARRIVED = new PickupCommand.PacketArrived();
    static final PickupCommand VOICE = new PickupCommand.SoundHeard(PACKET, true);
    static final PickupCommand SILENCE = new PickupCommand.SoundHeard(PACKET, false);
    static final PickupCommand DEADLINE = new PickupCommand.DeadlineReached();
    static final PickupCommand FORGET = new PickupCommand.Forget();
    static final PickupEffect PREPARE = new PickupEffect.Prepare();

    private PickupExamples() {}

    static PickupCommand start(ListenMode mode) {
        return new PickupCommand.Start(mode);
    }

    static PickupCommand understood(long segment, int recognizer, String text) {
        return new PickupCommand.Understood(segment, recognizer, speech(text));
    }

    static PickupCommand failed(long segment, int recognizer) {
        return new PickupCommand.Failed(segment, recognizer, Unheard.BROKEN);
    }

    static Speech speech(String text) {
        return new Speech(text, "scripted");
    }

    static Pickup idle() {
        return Pickup.begun(START);
    }

    /// In manual pick-up since [#START], with this much of the first piece.
    static Pickup.Listening speaking(ListenMode mode, Duration heard) {
        boolean asked = heard.compareTo(PickupSettings.SEGMENT_MIN) >= 0;
        return new Pickup.Listening(
                new Diary(new Boundary(Boundary.Kind.START, START), 1),
                mode,
                new Segment.Spoken(
                        1,
                        START,
                        heard,
                        new Segment.Hearing.Voice(),
                        START.plus(heard),
                        asked
                                ? new Segment.Recognition.Asked(0)
                                : new Segment.Recognition.TooShort(PickupSettings.SEGMENT_MIN)),
                Awaited.NOTHING);
    }

    static Pickup.Listening quiet(ListenMode mode) {
        return new Pickup.Listening(
                new Diary(new Boundary(Boundary.Kind.START, START), 1),
                mode,
                Segment.Quiet.AT_FIRST,
                Awaited.NOTHING);
    }

    /// Stopped at [#START]; the text of piece 1 is awaited of the first recognizer.
    static Pickup.Finalizing finalizing() {
        return new Pickup.Finalizing(
                new Diary(new Boundary(Boundary.Kind.STOP, START), 1),
                new Awaited(
                        List.of(
                                new Awaited.Piece(
                                        1,
                                        START,
                                        new Awaited.Asked(
                                                0,
                                                START.plus(ANSWER).plus(PickupSettings.GRACE))))));
    }

    static Scenario.Given<Pickup, PickupCommand, PickupEffect, PickupRejection> given(
            Pickup pickup) {
        return Scenario.given(DECIDER::decide, pickup);
    }

    static Scenario.Given<Pickup, PickupCommand, PickupEffect, PickupRejection> given(
            Pickup pickup, PickupSettings settings) {
        return Scenario.given(new PickupDecider(settings)::decide, pickup);
    }

    static Instant after(long millis) {
        return START.plusMillis(millis);
    }
}
