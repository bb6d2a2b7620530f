package dev.supie.application.meeting;

import dev.supie.application.connection.port.BadgeLink;
import dev.supie.application.connection.port.BadgeMessage;
import dev.supie.application.connection.port.Rid;
import dev.supie.application.meeting.port.FinalizingWatch;
import dev.supie.domain.connection.CloseCode;
import dev.supie.domain.kernel.DeviceId;
import dev.supie.domain.kernel.SessionId;
import dev.supie.domain.meeting.DraftKind;
import dev.supie.domain.meeting.Meeting;
import dev.supie.domain.meeting.MeetingCommand;
import dev.supie.domain.meeting.MeetingEffect;
import dev.supie.domain.meeting.MeetingId;
import dev.supie.domain.meeting.MeetingSettings;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// Carries out what a decision on a meeting asks for, after the step is stored. Nothing here waits.
record MeetingEffects(
        BadgeLink link,
        DraftDesk drafts,
        FinalizingWatch watch,
        Presence presence,
        Audience audience,
        LiveShow live) {

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
            case MeetingEffect.ShowCaptions captions -> captions(context, captions);
            case MeetingEffect.ShowCompany _ ->
                    show(context, audience.companyOf(context.meeting(), presence));
            case MeetingEffect.ShowFinalize show -> others(context, show);
            case MeetingEffect.ShowTranscript show -> transcript(context, show);
            case MeetingEffect.ShowProgress show -> show(context, progress(context, show));
            case MeetingEffect.ShowCheckpoint show -> {
                show(context, new BadgeMessage.MeetingSummary(show.summary(), false, Rid.NONE));
                live.summary(context.meeting(), show.summary());
            }
            case MeetingEffect.ShowSummary show ->
                    audience.reached(context.meeting(), show.to().guest(), presence)
                            .ifPresent(
                                    session ->
                                            deliver(
                                                    session,
                                                    show.to().guest(),
                                                    new BadgeMessage.MeetingSummary(
                                                            show.summary(), false, Rid.NONE),
                                                    context));
            case MeetingEffect.RequestDraft request -> request(context, request);
            case MeetingEffect.BeginFinalizing _ ->
                    present(context).forEach(session -> watch.finalizing(session, id(context)));
            case MeetingEffect.EndFinalizing _ -> finalized(context);
        }
    }

    /// Once, unlike the summary for those who took part, who get it when they return.
    private void finalized(Context context) {
        if (context.meeting() instanceof Meeting.Finalized over) {
            live.summary(over, over.summary());
        }
        present(context).forEach(session -> watch.finalized(session, id(context)));
    }

    private void answer(Context context, java.util.function.Function<Rid, BadgeMessage> message) {
        context.requester().ifPresent(from -> link.send(from.session(), message.apply(from.rid())));
    }

    private void show(Context context, BadgeMessage message) {
        present(context).forEach(session -> link.send(session, message));
    }

    private void captions(Context context, MeetingEffect.ShowCaptions captions) {
        present(context)
                .filter(session -> !session.equals(captions.from()))
                .forEach(
                        session ->
                                audience.captions(id(context), session, captions.snippets())
                                        .forEach(caption -> link.send(session, caption)));
    }

    private void others(Context context, MeetingEffect.ShowFinalize show) {
        BadgeMessage ack =
                ack(
                        context.meeting(),
                        new MeetingEffect.AnswerFinalize(show.pendingCount(), false),
                        Rid.NONE);
        present(context)
                .filter(session -> !session.equals(show.from()))
                .forEach(session -> link.send(session, ack));
    }

    private void transcript(Context context, MeetingEffect.ShowTranscript show) {
        BadgeMessage.TranscriptPush push =
                new BadgeMessage.TranscriptPush(
                        id(context),
                        show.segments(),
                        show.totalSegments(),
                        audience.names(context.meeting(), show.segments()));
        show(context, push);
        live.transcript(context.meeting(), push);
    }

    private void repeat(Context context, MeetingEffect.AnswerSummary answer) {
        context.requester()
                .ifPresent(
                        from ->
                                deliver(
                                        from.session(),
                                        context.meeting().origin().asGuest(from.device()),
                                        new BadgeMessage.MeetingSummary(
                                                answer.summary(), true, from.rid()),
                                        context));
    }

    /// A badge too slow for its summary is sent away: it gets it when it returns (MTG-9).
    private void deliver(
            SessionId session, Optional<DeviceId> guest, BadgeMessage summary, Context context) {
        BadgeLink.Delivery delivery =
                link.send(
                        session,
                        summary,
                        () -> context.feedback().accept(new MeetingCommand.SummaryWritten(guest)));
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

    private Stream<SessionId> present(Context context) {
        return audience.present(context.meeting(), presence);
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
