package dev.supie.domain.listening;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/// Where a piece of speech ends by itself (LIS-1, LIS-3, LIS-5).
final class SegmentRules {

    private final PickupSettings settings;

    SegmentRules(PickupSettings settings) {
        this.settings = settings;
    }

    static boolean isFull(Segment.Spoken spoken) {
        return spoken.heard().compareTo(PickupSettings.SEGMENT_MAX) >= 0;
    }

    /// Whether nobody has spoken for long enough, where that counts.
    boolean isOver(Pickup.Listening listening, Segment.Spoken spoken, Instant now) {
        return overAt(listening, spoken).filter(at -> !now.isBefore(at)).isPresent();
    }

    /// When it is over if nothing more is heard. In manual pick-up a pause counts only once the
    /// badge has said nothing about its listening for a while.
    Optional<Instant> overAt(Pickup.Listening listening, Segment.Spoken spoken) {
        Instant counts =
                switch (listening.mode()) {
                    case AUTO, REALTIME -> Instant.MIN;
                    case MANUAL ->
                            listening.diary().boundary().at().plus(settings.manualFallback());
                };
        return Stream.of(
                        pauseEnds(spoken.hearing()),
                        Optional.of(spoken.soundAt().plus(PickupSettings.STALL)))
                .flatMap(Optional::stream)
                .min(Instant::compareTo)
                .map(at -> at.isBefore(counts) ? counts : at);
    }

    private static Optional<Instant> pauseEnds(Segment.Hearing hearing) {
        return switch (hearing) {
            case Segment.Hearing.Voice _ -> Optional.empty();
            case Segment.Hearing.Silence(Instant since) ->
                    Optional.of(since.plus(PickupSettings.PAUSE));
        };
    }

    /// Who is to be asked now that there is so much of it; empty if that changes nothing.
    Optional<Segment.Recognition> dueRecognition(Segment.Spoken spoken) {
        return switch (spoken.recognition()) {
            case Segment.Recognition.TooShort(Duration least) ->
                    spoken.heard().compareTo(least) < 0 ? Optional.empty() : Optional.of(first());
            case Segment.Recognition.Asked _, Segment.Recognition.Lost _ -> Optional.empty();
        };
    }

    private Segment.Recognition first() {
        return settings.recognizers() == 0
                ? new Segment.Recognition.Lost()
                : new Segment.Recognition.Asked(0);
    }

    /// Who is asked after this one has failed.
    Segment.Recognition after(int recognizer) {
        int following = recognizer + 1;
        return following < settings.recognizers()
                ? new Segment.Recognition.Asked(following)
                : new Segment.Recognition.Lost();
    }
}
