package dev.supie.application.connection;

import dev.supie.application.connection.port.BadgeMessage;
import dev.supie.application.connection.port.ErrorCode;
import dev.supie.application.connection.port.Rid;
import dev.supie.application.meeting.Entry;
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
            case DONE, ENDED, LEFT -> Optional.empty();
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
            case FULL -> Optional.of(of(Entry.Reason.FULL));
            case REPLACED -> Optional.of(REPLACED);
            case BUSY -> Optional.of(new Refusal(ErrorCode.BUSY, BUSY_TEXT));
            case FAILED -> Optional.of(new Refusal(ErrorCode.INTERNAL_ERROR, FAILED_TEXT));
        };
    }

    /// Why a badge does not come into a meeting.
    static Refusal of(Entry.Reason reason) {
        return switch (reason) {
            case REPLACED -> REPLACED;
            case BUSY -> new Refusal(ErrorCode.BUSY, BUSY_TEXT);
            case FAILED -> new Refusal(ErrorCode.INTERNAL_ERROR, FAILED_TEXT);
            case UNKNOWN ->
                    new Refusal(
                            ErrorCode.NOT_FOUND,
                            "no running meeting can be joined with this: ask for its code again");
            case FULL ->
                    new Refusal(ErrorCode.BUSY, "as many badges are in this meeting as there may");
            case ELSEWHERE ->
                    new Refusal(
                            ErrorCode.INVALID_REQUEST,
                            "this badge is in another meeting: send mode end meeting first");
            case NOT_YOURS ->
                    new Refusal(
                            ErrorCode.UNAUTHORIZED,
                            "only the badge that has started the meeting is told its code");
        };
    }

    BadgeMessage of(String feature, String phase, Rid rid) {
        return new BadgeMessage.FeatureError(feature, phase, code, text, rid);
    }
}
