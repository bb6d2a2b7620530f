package dev.supie.adapter.in.http;

import dev.supie.application.archive.MeetingRemovals;
import dev.supie.application.archive.port.MeetingDisposal.Outcome;
import dev.supie.domain.meeting.MeetingId;

import java.util.Optional;

/// Removes a meeting for an administrator, and writes down who did it.
final class MeetingRemover {

    private static final System.Logger LOGGER = System.getLogger(MeetingRemover.class.getName());

    private final MeetingRemovals removals;

    MeetingRemover(MeetingRemovals removals) {
        this.removals = removals;
    }

    /// @param address whose request it is
    Answer remove(String id, QueryParameters parameters, String address) {
        Optional<MeetingId> meeting = parameters.meeting(id);
        return meeting.map(known -> answer(known, removals.remove(known), address))
                .orElseGet(() -> new Answer.Wrong(parameters.problems()));
    }

    private static Answer answer(MeetingId id, Outcome outcome, String address) {
        return switch (outcome) {
            case Outcome.Gone gone -> {
                LOGGER.log(
                        System.Logger.Level.INFO,
                        "an administrator has removed a meeting: meeting={0} badge={1}"
                                + " delivered={2} address={3}",
                        id,
                        gone.device(),
                        gone.delivered(),
                        address);
                yield new Answer.Found(
                        new RemovedBody(id.value(), gone.device().value(), gone.delivered()));
            }
            case Outcome.Unfinished _ ->
                    new Answer.Conflict(
                            "the meeting has not ended; end it at its badge first, or wait until"
                                    + " its minutes are written");
            case Outcome.Unknown _ -> new Answer.Unknown("no such meeting");
        };
    }
}
