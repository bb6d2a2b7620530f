package dev.supie.application.connection;

import dev.supie.application.connection.port.BadgeMessage;
import dev.supie.application.connection.port.ErrorCode;
import dev.supie.application.connection.port.Rid;
import dev.supie.application.meeting.Meetings;

import java.util.Optional;

/// A "no" in the words a badge gets (MSG-4), saying what to do.
record Refusal(ErrorCode code, String text) {

    static final String BUSY_TEXT = "too many requests of this badge are waiting: send it again";
    static final String FAILED_TEXT = "the server could not store this: send it again";

    static final String REPLACED_TEXT = "another connection of this badge has taken over";

    /// DUP-2.
    static final Refusal REPLACED = new Refusal(ErrorCode.UNAUTHORIZED, REPLACED_TEXT);

    /// Nothing for an outcome that was answered already.
    static Optional<Refusal> of(Meetings.Outcome outcome) {
        return switch (outcome) {
            case DONE, ENDED -> Optional.empty();
            case NO_MEETING ->
                    Optional.of(
                            new Refusal(
                                    ErrorCode.NOT_FOUND,
                                    "no meeting is running: send mode start meeting first"));
            case NOT_ATTACHED ->
                    Optional.of(
                            new Refusal(
                                    ErrorCode.INVALID_REQUEST,
                                    "this connection does not take part in the running meeting:"
                                            + " send mode start meeting to resume it"));
            case REPLACED -> Optional.of(REPLACED);
            case BUSY -> Optional.of(new Refusal(ErrorCode.BUSY, BUSY_TEXT));
            case FAILED -> Optional.of(new Refusal(ErrorCode.INTERNAL_ERROR, FAILED_TEXT));
        };
    }

    BadgeMessage of(String feature, String phase, Rid rid) {
        return new BadgeMessage.FeatureError(feature, phase, code, text, rid);
    }
}
