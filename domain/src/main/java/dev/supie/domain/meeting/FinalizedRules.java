package dev.supie.domain.meeting;

import dev.supie.domain.kernel.Decision;
import dev.supie.domain.kernel.DeviceId;
import dev.supie.domain.kernel.SessionId;
import dev.supie.domain.meeting.Joined.Standing;

import java.util.List;
import java.util.Optional;

/// The rules of a meeting that is archived: it changes only in who has its summary (MTG-7, MTG-9).
final class FinalizedRules {

    private FinalizedRules() {}

    static Decision<Meeting, MeetingEffect, MeetingRejection> decide(
            Meeting.Finalized finalized, MeetingCommand command) {
        return switch (command) {
            case MeetingCommand.Resume _,
                    MeetingCommand.Join _,
                    MeetingCommand.Rejoin _,
                    MeetingCommand.Invite _,
                    MeetingCommand.AddSnippets _,
                    MeetingCommand.AddSpeech _ ->
                    Decision.reject(MeetingRejection.NOT_RECORDING);
            case MeetingCommand.BadgeReturned returned ->
                    returned.who()
                            .guest()
                            .map(guest -> deliverTo(finalized, guest, returned.session()))
                            .orElseGet(() -> deliverTo(finalized, returned.session()));
            case MeetingCommand.Finish _ ->
                    Decision.accept(
                            finalized,
                            List.of(new MeetingEffect.AnswerSummary(finalized.summary())));
            case MeetingCommand.Detach detach ->
                    Decision.accept(left(finalized, detach.session()), List.of());
            case MeetingCommand.Leave _,
                    MeetingCommand.GiveUp _,
                    MeetingCommand.DeadlineReached _ ->
                    Decision.accept(finalized, List.of());
            case MeetingCommand.DraftBegun _,
                    MeetingCommand.DraftArrived _,
                    MeetingCommand.DraftFailed _ ->
                    Decision.reject(MeetingRejection.STALE_DRAFT);
            case MeetingCommand.SummaryWritten written ->
                    written.who()
                            .guest()
                            .map(guest -> served(finalized, guest))
                            .orElseGet(
                                    () ->
                                            Decision.accept(
                                                    finalized.delivered()
                                                            ? finalized
                                                            : finalized.whenDelivered(),
                                                    List.of()));
        };
    }

    private static Decision<Meeting, MeetingEffect, MeetingRejection> deliverTo(
            Meeting.Finalized finalized, SessionId session) {
        if (finalized.delivered() || finalized.attachment().isReachedBy(session)) {
            return Decision.accept(finalized, List.of());
        }
        return Decision.accept(
                finalized.with(finalized.company().with(new Attachment.Attached(session))),
                List.of(new MeetingEffect.ShowSummary(finalized.summary())));
    }

    private static Decision<Meeting, MeetingEffect, MeetingRejection> deliverTo(
            Meeting.Finalized finalized, DeviceId device, SessionId session) {
        Optional<Guest> waiting =
                finalized
                        .company()
                        .guest(device)
                        .filter(guest -> !guest.is(Standing.SERVED))
                        .filter(guest -> !guest.attachment().isReachedBy(session));
        return waiting.<Decision<Meeting, MeetingEffect, MeetingRejection>>map(
                        guest ->
                                Decision.accept(
                                        finalized.with(
                                                finalized
                                                        .company()
                                                        .with(
                                                                guest.seenOn(
                                                                        session,
                                                                        finalized.endedAt()))),
                                        List.of(
                                                new MeetingEffect.ShowSummary(
                                                        Optional.of(device), finalized.summary()))))
                .orElseGet(() -> Decision.accept(finalized, List.of()));
    }

    private static Decision<Meeting, MeetingEffect, MeetingRejection> served(
            Meeting.Finalized finalized, DeviceId device) {
        Optional<Guest> waiting =
                finalized.company().guest(device).filter(guest -> !guest.is(Standing.SERVED));
        return waiting.map(guest -> guest.as(Standing.SERVED))
                .<Decision<Meeting, MeetingEffect, MeetingRejection>>map(
                        guest ->
                                Decision.accept(
                                        finalized.with(finalized.company().with(guest)),
                                        List.of(new MeetingEffect.StoreJoined(guest.joined()))))
                .orElseGet(() -> Decision.accept(finalized, List.of()));
    }

    private static Meeting.Finalized left(Meeting.Finalized finalized, SessionId session) {
        Company before = finalized.company();
        Company after = before.without(session, finalized.endedAt());
        return after.equals(before) ? finalized : finalized.with(after);
    }
}
