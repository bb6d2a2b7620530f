package dev.supie.domain.meeting;

import dev.supie.domain.kernel.Decision;
import dev.supie.domain.kernel.DeviceId;
import dev.supie.domain.kernel.SessionId;
import dev.supie.domain.meeting.Drafting.Piece;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The rules of a meeting that has ended and whose minutes are being written (MTG-6 to MTG-9).
final class FinalizingRules {

    /// The title of a meeting in which nothing was said.
    static final String SILENT_TITLE = "No speech recorded";

    private final MeetingSettings settings;
    private final DraftRules drafts;

    FinalizingRules(MeetingSettings settings) {
        this.settings = settings;
        this.drafts = new DraftRules(settings);
    }

    Decision<Meeting, MeetingEffect, MeetingRejection> decide(
            Meeting.Finalizing finalizing, MeetingCommand command, Instant now) {
        return switch (command) {
            case MeetingCommand.Resume _,
                    MeetingCommand.Join _,
                    MeetingCommand.Rejoin _,
                    MeetingCommand.Invite _ ->
                    Decision.reject(MeetingRejection.NOT_RECORDING);
            case MeetingCommand.BadgeReturned returned ->
                    attach(finalizing, returned.who().guest(), returned.session(), List.of(), now);
            case MeetingCommand.AddSnippets add ->
                    Decision.accept(
                            finalizing,
                            List.of(new MeetingEffect.AnswerSnippets(0, add.items().size(), 0)));
            case MeetingCommand.AddSpeech _, MeetingCommand.Leave _, MeetingCommand.GiveUp _ ->
                    Decision.accept(finalizing, List.of());
            case MeetingCommand.Finish finish ->
                    attach(
                            finalizing,
                            finish.who().guest(),
                            finish.session(),
                            List.of(new MeetingEffect.AnswerFinalize(0, true)),
                            now);
            case MeetingCommand.Detach detach -> detach(finalizing, detach.session(), now);
            case MeetingCommand.DeadlineReached _ -> deadlineReached(finalizing, now);
            case MeetingCommand.DraftBegun draft -> draftBegun(finalizing, draft, now);
            case MeetingCommand.DraftArrived draft -> draftArrived(finalizing, draft, now);
            case MeetingCommand.DraftFailed failed -> draftFailed(finalizing, failed, now);
            case MeetingCommand.SummaryWritten _ -> Decision.accept(finalizing, List.of());
        };
    }

    /// Ends a meeting: everything pending is merged, the minutes are asked for.
    Decision<Meeting, MeetingEffect, MeetingRejection> begin(
            Meeting.Recording recording,
            Instant endedAt,
            List<MeetingEffect> effects,
            Instant now) {
        Transcript.Merge merge = recording.material().merge(settings.windowCharsMax());
        if (!merge.segments().isEmpty()) {
            effects.addFirst(new MeetingEffect.StoreSegments(merge.segments()));
        }
        effects.add(new MeetingEffect.BeginFinalizing());
        effects.add(new MeetingEffect.ShowProgress(FinalizeStage.PREPARE, Duration.ZERO));
        Meeting.Finalizing finalizing =
                new Meeting.Finalizing(
                        recording.origin(),
                        recording.company().closed(),
                        recording.material().merged(merge.next()),
                        recording.material().lastedUntil(endedAt),
                        now);
        if (merge.next().count() > 0) {
            effects.add(new MeetingEffect.ShowProgress(FinalizeStage.LLM_START, Duration.ZERO));
        }
        return advanced(finalizing, effects, now);
    }

    /// The summary goes to whichever connection each badge used last.
    private static Decision<Meeting, MeetingEffect, MeetingRejection> attach(
            Meeting.Finalizing finalizing,
            Optional<DeviceId> device,
            SessionId session,
            List<MeetingEffect> answers,
            Instant now) {
        Company before = finalizing.company();
        Company after =
                device.isEmpty()
                        ? before.with(new Attachment.Attached(session))
                        : device.flatMap(before::guest)
                                .map(guest -> before.with(attached(guest, session, now)))
                                .orElse(before);
        if (after.equals(before)) {
            return Decision.accept(finalizing, answers);
        }
        List<MeetingEffect> effects = new ArrayList<>(answers);
        effects.add(new MeetingEffect.BeginFinalizing());
        return Decision.accept(finalizing.with(after), effects);
    }

    private static Guest attached(Guest guest, SessionId session, Instant now) {
        return guest.is(Joined.Standing.LEFT)
                ? guest.seenOn(session, now)
                : guest.with(new Attachment.Attached(session));
    }

    private static Decision<Meeting, MeetingEffect, MeetingRejection> detach(
            Meeting.Finalizing finalizing, SessionId session, Instant now) {
        Company before = finalizing.company();
        Company after = before.without(session, now);
        return Decision.accept(
                after.equals(before) ? finalizing : finalizing.with(after), List.of());
    }

    private Decision<Meeting, MeetingEffect, MeetingRejection> deadlineReached(
            Meeting.Finalizing finalizing, Instant now) {
        Optional<DraftRules.Retry> retry = drafts.whenDue(finalizing.material().digest(), now);
        return retry.isPresent()
                ? retried(finalizing, retry.get(), now)
                : advanced(finalizing, new ArrayList<>(), now);
    }

    private Decision<Meeting, MeetingEffect, MeetingRejection> draftBegun(
            Meeting.Finalizing finalizing, MeetingCommand.DraftBegun draft, Instant now) {
        Material material = finalizing.material();
        return drafts.begun(material.digest(), draft.ticket(), now)
                .map(
                        digest ->
                                Decision.<Meeting, MeetingEffect, MeetingRejection>accept(
                                        finalizing.with(material.with(digest)), List.of()))
                .orElseGet(() -> Decision.reject(MeetingRejection.STALE_DRAFT));
    }

    private Decision<Meeting, MeetingEffect, MeetingRejection> draftArrived(
            Meeting.Finalizing finalizing, MeetingCommand.DraftArrived draft, Instant now) {
        Digest digest = finalizing.material().digest();
        if (!digest.awaits(draft.ticket())
                || !(digest.drafting() instanceof Drafting.InFlight flight)) {
            return Decision.reject(MeetingRejection.STALE_DRAFT);
        }
        Notes answer = DraftRules.filledIn(draft.notes(), finalizing.material());
        return written(
                finalizing,
                flight.piece(),
                answer,
                digest.written(answer, draft.provider(), flight.attempt(), flight.reason()),
                now);
    }

    private Decision<Meeting, MeetingEffect, MeetingRejection> draftFailed(
            Meeting.Finalizing finalizing, MeetingCommand.DraftFailed failed, Instant now) {
        Digest digest = finalizing.material().digest();
        if (!digest.awaits(failed.ticket())
                || !(digest.drafting() instanceof Drafting.InFlight flight)) {
            return Decision.reject(MeetingRejection.STALE_DRAFT);
        }
        return retried(finalizing, drafts.afterFailure(digest, flight, failed.reason(), now), now);
    }

    private Decision<Meeting, MeetingEffect, MeetingRejection> retried(
            Meeting.Finalizing finalizing, DraftRules.Retry retry, Instant now) {
        Material material = finalizing.material();
        return switch (retry) {
            case DraftRules.Retry.Again again ->
                    Decision.accept(
                            finalizing.with(material.with(again.asked().next())),
                            List.of(again.asked().request()));
            case DraftRules.Retry.Later later ->
                    Decision.accept(finalizing.with(material.with(later.next())), List.of());
            case DraftRules.Retry.GiveUp given -> {
                Notes notes = DraftRules.lastResort(material);
                Digest digest = material.digest().givenUp(notes, given.reason());
                yield written(finalizing, given.piece(), notes, digest, now);
            }
        };
    }

    private Decision<Meeting, MeetingEffect, MeetingRejection> written(
            Meeting.Finalizing finalizing, Piece piece, Notes answer, Digest digest, Instant now) {
        Material material = finalizing.material();
        Material next =
                piece.window().equals(Window.NONE)
                        ? material.with(digest)
                        : material.written(piece.window(), digest);
        return switch (piece.kind()) {
            case NOTES -> advanced(finalizing.with(next), new ArrayList<>(), now);
            case MINUTES -> finalized(finalizing.with(next), Minutes.of(answer), now);
        };
    }

    /// Asks for the next piece: notes while more than one window is left, then the minutes.
    private Decision<Meeting, MeetingEffect, MeetingRejection> advanced(
            Meeting.Finalizing finalizing, List<MeetingEffect> effects, Instant now) {
        Material material = finalizing.material();
        if (material.transcript().count() == 0) {
            Decision<Meeting, MeetingEffect, MeetingRejection> silent =
                    finalized(finalizing, silentMinutes(), now);
            return silent instanceof Decision.Accepted<Meeting, MeetingEffect, MeetingRejection> a
                    ? Decision.accept(a.next(), joined(effects, a.effects()))
                    : silent;
        }
        if (!(material.digest().drafting() instanceof Drafting.Idle)) {
            return Decision.accept(finalizing, effects);
        }
        DraftRules.Asked asked = drafts.ask(material.digest(), nextPiece(material), now);
        effects.add(asked.request());
        return Decision.accept(finalizing.with(material.with(asked.next())), effects);
    }

    private static Piece nextPiece(Material material) {
        List<Window> open = material.transcript().open();
        if (open.size() > 1) {
            return new Piece(DraftKind.NOTES, open.getFirst());
        }
        return new Piece(DraftKind.MINUTES, open.isEmpty() ? Window.NONE : open.getFirst());
    }

    private Decision<Meeting, MeetingEffect, MeetingRejection> finalized(
            Meeting.Finalizing finalizing, Minutes minutes, Instant now) {
        Material material = finalizing.material();
        Transcript transcript = material.transcript();
        String provider = material.digest().provider();
        Summary summary =
                new Summary(
                        finalizing.origin().id(),
                        minutes,
                        Summary.duration(
                                finalizing.origin().startedAt(),
                                finalizing.endedAt(),
                                settings.durationMin()),
                        transcript.count(),
                        false,
                        provider.isEmpty() ? Summary.EXTRACTIVE : provider,
                        material.digest().quality());
        Duration elapsed = Duration.between(finalizing.since(), now);
        List<MeetingEffect> effects = new ArrayList<>();
        effects.add(new MeetingEffect.StoreNotice(notice(finalizing, summary, elapsed)));
        if (transcript.count() > 0) {
            effects.add(new MeetingEffect.ShowProgress(FinalizeStage.LLM_DONE, elapsed));
        }
        effects.add(new MeetingEffect.ShowSummary(summary));
        for (Guest guest : finalizing.company().guests()) {
            effects.add(new MeetingEffect.ShowSummary(Optional.of(guest.device()), summary));
        }
        effects.add(new MeetingEffect.ShowTranscript(transcript.tail(), transcript.count()));
        effects.add(new MeetingEffect.ShowProgress(FinalizeStage.DONE, elapsed));
        effects.add(new MeetingEffect.EndFinalizing());
        return Decision.accept(
                new Meeting.Finalized(
                        finalizing.origin(),
                        finalizing.company(),
                        material.cleared(),
                        finalizing.endedAt(),
                        summary,
                        false),
                effects);
    }

    private static MeetingNotice notice(
            Meeting.Finalizing finalizing, Summary summary, Duration elapsed) {
        Origin origin = finalizing.origin();
        return new MeetingNotice(
                origin.device(),
                origin.startedAt(),
                finalizing.endedAt(),
                finalizing.material().intake().lastNumber(),
                elapsed,
                summary);
    }

    private static Minutes silentMinutes() {
        return new Minutes(SILENT_TITLE, List.of(), List.of(), List.of(), List.of(), List.of());
    }

    private static List<MeetingEffect> joined(
            List<MeetingEffect> first, List<MeetingEffect> second) {
        List<MeetingEffect> all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }
}
