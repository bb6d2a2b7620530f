package dev.supie.adapter.in.http;

import dev.supie.application.enrolment.Enrolments.SerialProof;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What a badge sends while it waits for approval (T07): nothing, or a signature, possibly wrapped
/// in `Payload`.
sealed interface ActivationBody {

    /// @param proof present if it was signed
    record Understood(Optional<SerialProof> proof) implements ActivationBody {}

    /// Something else; the reason names every wrong part.
    record Unintelligible(String reason) implements ActivationBody {}

    static ActivationBody read(String body) {
        return switch (TextMembers.read(body, "Payload")) {
            case TextMembers.Unintelligible(String reason) -> new Unintelligible(reason);
            case TextMembers.Understood(Map<String, String> texts) -> read(texts);
        };
    }

    private static ActivationBody read(Map<String, String> texts) {
        String algorithm = texts.getOrDefault("algorithm", "hmac-sha256");
        if (!algorithm.equalsIgnoreCase("hmac-sha256")) {
            return new Unintelligible("algorithm must be hmac-sha256");
        }
        if (!texts.containsKey("hmac")) {
            return new Understood(Optional.empty());
        }
        String missing =
                Stream.of("serial_number", "challenge")
                        .filter(name -> !texts.containsKey(name))
                        .collect(Collectors.joining(","));
        return missing.isEmpty()
                ? new Understood(
                        Optional.of(
                                new SerialProof(
                                        texts.getOrDefault("serial_number", ""),
                                        texts.getOrDefault("challenge", ""),
                                        texts.getOrDefault("hmac", ""))))
                : new Unintelligible("missing: " + missing);
    }
}
