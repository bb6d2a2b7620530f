package dev.supie.application.speech;

import dev.supie.application.speech.port.Availability;
import dev.supie.application.speech.port.Recognizer;
import dev.supie.domain.listening.ListenMode;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Why speech cannot be heard here, said once when a badge begins to listen.
final class Deafness {

    private Deafness() {}

    /// Empty if it can.
    static Optional<String> of(SpeechFeature.Ports ports, ListenMode mode) {
        return noRecognizer(ports.recognizers())
                .or(
                        () ->
                                switch (mode) {
                                    // The badge itself says when somebody speaks.
                                    case MANUAL -> Optional.empty();
                                    case AUTO, REALTIME ->
                                            reason(ports.detectors().availability())
                                                    .map(Deafness::noDetector);
                                });
    }

    private static String noDetector(String reason) {
        return "voice cannot be told from silence here, use manual: " + reason;
    }

    private static Optional<String> noRecognizer(List<Recognizer> recognizers) {
        List<String> reasons = new ArrayList<>();
        for (Recognizer recognizer : recognizers) {
            Optional<String> reason = reason(recognizer.availability());
            if (reason.isEmpty()) {
                return Optional.empty();
            }
            reasons.add(recognizer.name() + ": " + reason.get());
        }
        return Optional.of(
                "speech is not recognized here: "
                        + (reasons.isEmpty()
                                ? "no recognizer is configured (asr.chain)"
                                : String.join("; ", reasons)));
    }

    private static Optional<String> reason(Availability availability) {
        return switch (availability) {
            case Availability.Ready _ -> Optional.empty();
            case Availability.Unavailable(String reason) -> Optional.of(reason);
        };
    }
}
