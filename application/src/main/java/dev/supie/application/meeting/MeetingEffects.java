package dev.supie.application.meeting;

import dev.supie.application.connection.port.BadgeLink;
import dev.supie.application.connection.port.BadgeMessage;
import dev.supie.application.connection.port.Rid;
import dev.supie.application.meeting.port.FinalizingWatch;
import dev.supie.domain.connection.CloseCode;
import dev.supie.domain.kernel.SessionId;
import dev.supie.domain.meeting.Attachment;
import dev.supie.domain.meeting.DraftKind;
import dev.supie.domain.meeting.Meeting;
import dev.supie.domain.meeting.MeetingCommand;
import dev.supie.domain.meeting.MeetingEffect;
import dev.supie.domain.meeting.MeetingId;
import dev.supie.domain.meeting.MeetingSettings;

import java.util.Optional;
import java.util.function.Consumer;

/// Carries out what a decision on a meeting asks for, after the step is stored. Nothing here waits.
record MeetingEffects(BadgeLink link, DraftDesk drafts, FinalizingWatch watch, Presence presence) {

    /// Where effects of one step go.
    ///
    /// @param meeting the state after the step
    /// @param requester who gets the answers; empty if nobody asked
    /// @param feedback takes commands back to this meeting later, on another thread
    record Context(
            Meeting meeting,
            Optional<Requester> requester,
            MeetingSettings settings,
            Consumer<MeetingCommand> feedback) {}

    void run(MeetingEffect effect, Context context) {
        switch (effect) {
            // Written with the step already.
            case MeetingEffect.Store _ -> {}
            case MeetingEffect.AnswerSnippets answer ->
                    answer(context, rid -> receipt(answer, rid));
            case MeetingEffect.AnswerFinalize answer ->
                    answer(context, rid -> ack(context.meeting(), answer, rid));
            case MeetingEffect.AnswerSummary answer -> repeat(context, answer);
            case MeetingEffect.ShowTranscript show ->
                    show(
                            context,
                            new BadgeMessage.TranscriptPush(
                                    context.meeting().origin().id(),
                                    show.segments(),
                                    show.totalSegments()));
            case MeetingEffect.ShowProgress show -> show(context, progress(context, show));
            case MeetingEffect.ShowCheckpoint show ->
                    show(context, new BadgeMessage.MeetingSummary(show.summary(), false, Rid.NONE));
            case MeetingEffect.ShowSummary show ->
                    attached(context)
                            .ifPresent(
                                    session ->
                                            deliver(
                                                    session,
                                                    new BadgeMessage.MeetingSummary(
                                                            show.summary(), false, Rid.NONE),
                                                    context));
            case MeetingEffect.RequestDraft request -> request(context, request);
            case MeetingEffect.BeginFinalizing _ ->
                    attached(context).ifPresent(session -> watch.finalizing(session, id(context)));
            case MeetingEffect.EndFinalizing _ ->
                    attached(context).ifPresent(session -> watch.finalized(session, id(context)));
        }
    }

    private void answer(Context context, java.util.function.Function<Rid, BadgeMessage> message) {
        context.requester().ifPresent(from -> link.send(from.session(), message.apply(from.rid())));
    }

    private void show(Context context, BadgeMessage message) {
        attached(context).ifPresent(session -> link.send(session, message));
    }

    private void repeat(Context context, MeetingEffect.AnswerSummary answer) {
        context.requester()
                .ifPresent(
                        from ->
                                deliver(
                                        from.session(),
                                        new BadgeMessage.MeetingSummary(
                                                answer.summary(), true, from.rid()),
                                        context));
    }

    /// A badge too slow for its summary is sent away: it gets it when it returns (MTG-9).
    private void deliver(SessionId session, BadgeMessage summary, Context context) {
        BadgeLink.Delivery delivery =
                link.send(
                        session,
                        summary,
                        () -> context.feedback().accept(new MeetingCommand.SummaryWritten()));
        if (delivery == BadgeLink.Delivery.REFUSED) {
            link.close(session, CloseCode.TOO_SLOW);
        }
    }

    private void request(Context context, MeetingEffect.RequestDraft request) {
        boolean taken = drafts.write(context.meeting().origin().id(), request, context.feedback());
        if (!taken) {
            context.feedback()
                    .accept(
                            new MeetingCommand.DraftFailed(
                                    request.ticket(), "too much summarising is waiting"));
        }
    }

    private static MeetingId id(Context context) {
        return context.meeting().origin().id();
    }

    /// Who takes part and is still there: what goes to a connection that has been taken over would
    /// count as delivered, and the newer one would never get it (DUP-1, MTG-9).
    private Optional<SessionId> attached(Context context) {
        return switch (context.meeting().attachment()) {
            case Attachment.Attached(SessionId session) ->
                    Optional.of(session)
                            .filter(
                                    there ->
                                            presence.isThere(
                                                    context.meeting().origin().device(), there));
            case Attachment.Away _ -> Optional.empty();
        };
    }

    private static BadgeMessage receipt(MeetingEffect.AnswerSnippets answer, Rid rid) {
        return new BadgeMessage.SnippetReceipt(
                answer.accepted(), answer.dropped(), answer.ignored(), rid);
    }

    private static BadgeMessage ack(Meeting meeting, MeetingEffect.AnswerFinalize answer, Rid rid) {
        return new BadgeMessage.FinalizeAck(
                meeting.origin().id(),
                meeting.origin().startedAt(),
                answer.pendingCount(),
                answer.idempotent(),
                rid);
    }

    private static BadgeMessage progress(Context context, MeetingEffect.ShowProgress show) {
        return new BadgeMessage.MeetingProgress(
                context.meeting().origin().id(),
                show.stage(),
                show.elapsed(),
                context.settings().tokensMax(DraftKind.MINUTES));
    }
}
