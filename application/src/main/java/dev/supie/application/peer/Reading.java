package dev.supie.application.peer;

import dev.supie.domain.peer.PeerRequest;
import dev.supie.domain.peer.RequestRules;
import dev.supie.domain.peer.Structure;
import dev.supie.domain.peer.StructureRules;
import dev.supie.domain.peer.Submission;

import java.time.Instant;
import java.time.LocalDate;

/// What the rules make of a request. It depends on nothing else that is under way, so it is done
/// where the request comes in: rounds wait for each other.
sealed interface Reading {

    /// @param byRules what is understood of it without a model (PEER-4)
    record Usable(Submission submission, Structure byRules) implements Reading {}

    /// @param reason what is wrong, for the sender
    record Refused(String reason) implements Reading {}

    /// @param at when it came, from which "tomorrow" counts
    static Reading of(PeerRequest request, PeerSettings settings, Instant at) {
        return switch (settings.requests().check(request)) {
            case RequestRules.Checked.Refused(String reason) -> new Refused(reason);
            case RequestRules.Checked.Usable(Submission submission) -> {
                LocalDate today = LocalDate.ofInstant(at, settings.offset());
                yield new Usable(submission, StructureRules.structure(submission.text(), today));
            }
        };
    }
}
