package dev.supie.domain.meeting;

import dev.supie.domain.kernel.Decision;
import dev.supie.domain.kernel.SessionId;
import dev.supie.domain.meeting.Drafting.Piece;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The rules of a meeting that takes snippets (MTG-1 to MTG-5, MTG-9).
final class RecordingRules {

    private final MeetingSettings settings;
    private final DraftRules drafts;
    private final Attendance attendance;

    RecordingRules(MeetingSettings settings) {
        this.settings = settings;
        this.attendance = new Attendance(settings);
        this.drafts = new DraftRules(settings);
    }

    Decision<Meeting, MeetingEffect, MeetingRejection> decide(
            Meeting.Recording recording, MeetingCommand command, Instant now) {
        return attendance.noted(recording, decided(recording, command, now), now);
    }

    private Decision<Meeting, MeetingEffect, MeetingRejection> decided(
            Meeting.Recording recording, MeetingCommand command, Instant now) {
        return switch (command) {
            case MeetingCommand.Resume resume ->
                    Decision.accept(
                            recording.with(new Attachment.Attached(resume.session())), List.of());
            case MeetingCommand.BadgeReturned _ -> Decision.accept(recording, List.of());
            case MeetingCommand.AddSnippets add -> addSnippets(recording, add, now);
            case MeetingCommand.AddSpeech speech -> addSpeech(recording, speech, now);
            case MeetingCommand.Finish finish ->
                    finish(recording, finish.session(), List.of(), now);
            case MeetingCommand.Detach detach -> detach(recording, detach.session(), now);
            case MeetingCommand.DeadlineReached _ -> deadlineReached(recording, now);
            case MeetingCommand.DraftBegun draft -> draftBegun(recording, draft, now);
            case MeetingCommand.DraftArrived draft -> draftArrived(recording, draft, now);
            case MeetingCommand.DraftFailed draft -> draftFailed(recording, draft, now);
            case MeetingCommand.SummaryWritten _ -> Decision.accept(recording, List.of());
        };
    }

    Optional<Instant> deadline(Meeting.Recording recording) {
        boolean pending = !recording.material().intake().pending().isEmpty();
        return Stream.of(
                        pending ? Optional.of(recording.pushAt()) : Optional.<Instant>empty(),
                        checkpointDue(recording.checkpoint()),
                        DraftRules.deadline(recording.material().digest().drafting()),
                        Optional.of(attendance.due(recording)))
                .flatMap(Optional::stream)
                .min(Instant::compareTo);
    }

    private static Optional<Instant> checkpointDue(Checkpoint checkpoint) {
        return switch (checkpoint) {
            case Checkpoint.Waiting waiting -> Optional.of(waiting.due());
            case Checkpoint.Making _ -> Optional.empty();
        };
    }

    private Decision<Meeting, MeetingEffect, MeetingRejection> addSnippets(
            Meeting.Recording recording, MeetingCommand.AddSnippets add, Instant now) {
        if (!recording.attachment().isBy(add.session())) {
            return Decision.reject(MeetingRejection.NOT_ATTACHED);
        }
        List<SnippetInput> items = add.items();
        int spokenEnd = spokenEnd(items);
        List<SnippetInput> said = items.subList(0, spokenEnd);
        Intake.Batch batch = taken(recording, said, now);
        boolean ends = spokenEnd < items.size();
        int late = ends ? items.size() - spokenEnd - 1 : 0;
        MeetingEffect answer =
                new MeetingEffect.AnswerSnippets(
                        batch.accepted().size(),
                        batch.dropped() + late,
                        batch.ignored() + (ends ? 1 : 0));
        Meeting.Recording next =
                withBeat(recording, now).with(recording.material().with(batch.next()));
        List<MeetingEffect> effects = new ArrayList<>();
        if (!batch.accepted().isEmpty()) {
            effects.add(new MeetingEffect.StoreSnippets(batch.accepted()));
        }
        effects.add(answer);
        if (ends) {
            return finish(next, add.session(), effects, now);
        }
        return Decision.accept(batch.accepted().isEmpty() ? recording : next, effects);
    }

    /// What was said on a connection that has ended or was replaced meanwhile still counts, if it
    /// was said in this meeting (DUP-2); but nothing is commanded that way any more.
    private Decision<Meeting, MeetingEffect, MeetingRejection> addSpeech(
            Meeting.Recording recording, MeetingCommand.AddSpeech speech, Instant now) {
        boolean attached = recording.attachment().isBy(speech.session());
        if (!attached && speech.since().isBefore(recording.origin().startedAt())) {
            return Decision.reject(MeetingRejection.NOT_ATTACHED);
        }
        if (FinalizePhrase.isIn(speech.said())) {
            return attached
                    ? finish(recording, speech.session(), List.of(), now)
                    : Decision.accept(recording, List.of());
        }
        Intake.Batch batch = taken(recording, List.of(speech.said()), now);
        return batch.accepted().isEmpty()
                ? Decision.accept(recording, List.of())
                : Decision.accept(
                        withBeat(recording, now).with(recording.material().with(batch.next())),
                        List.of(new MeetingEffect.StoreSnippets(batch.accepted())));
    }

    /// When summarising is too far behind nothing comes in, but a spoken end is still obeyed.
    private Intake.Batch taken(Meeting.Recording recording, List<SnippetInput> said, Instant now) {
        Material material = recording.material();
        String self = recording.origin().device().value();
        return material.transcript().isBehind()
                ? new Intake.Batch(material.intake(), List.of(), said.size(), 0)
                : material.intake().take(said, self, settings.termMap(), now);
    }

    /// Where a spoken command ends the meeting; the size of the list if nowhere.
    private static int spokenEnd(List<SnippetInput> items) {
        int index = 0;
        while (index < items.size() && !FinalizePhrase.isIn(items.get(index))) {
            index++;
        }
        return index;
    }

    /// The push clock keeps its beat while nothing is pending, without waking anybody.
    private Meeting.Recording withBeat(Meeting.Recording recording, Instant now) {
        if (!recording.material().intake().pending().isEmpty()
                || now.isBefore(recording.pushAt())) {
            return recording;
        }
        Duration late = Duration.between(recording.pushAt(), now);
        long beats = late.dividedBy(settings.pushInterval()) + 1;
        return recording.pushingAt(
                recording.pushAt().plus(settings.pushInterval().multipliedBy(beats)));
    }

    private static Decision<Meeting, MeetingEffect, MeetingRejection> detach(
            Meeting.Recording recording, SessionId session, Instant now) {
        return Decision.accept(
                recording.attachment().isBy(session)
                        ? recording.with(new Attachment.Away(now))
                        : recording,
                List.of());
    }

    private Decision<Meeting, MeetingEffect, MeetingRejection> finish(
            Meeting.Recording recording,
            SessionId session,
            List<MeetingEffect> before,
            Instant now) {
        List<MeetingEffect> effects = new ArrayList<>(before);
        int pending = recording.material().intake().pending().size();
        effects.add(new MeetingEffect.AnswerFinalize(pending, false));
        return new FinalizingRules(settings)
                .begin(recording.with(new Attachment.Attached(session)), now, effects, now);
    }

    private Decision<Meeting, MeetingEffect, MeetingRejection> deadlineReached(
            Meeting.Recording recording, Instant now) {
        if (recording.attachment() instanceof Attachment.Away away
                && !now.isBefore(away.since().plus(settings.resumeWindow()))) {
            return new FinalizingRules(settings)
                    .begin(recording, away.since(), new ArrayList<>(), now);
        }
        List<MeetingEffect> effects = new ArrayList<>();
        Meeting.Recording next = pushed(recording, effects, now);
        Optional<DraftRules.Retry> retry = drafts.whenDue(next.material().digest(), now);
        if (retry.isPresent()) {
            next = retried(next, retry.get(), effects);
        }
        return settled(attendance.kept(checkpointed(next, now), now), effects, now);
    }

    /// MTG-4: one beat of the push clock.
    private Meeting.Recording pushed(
            Meeting.Recording recording, List<MeetingEffect> effects, Instant now) {
        if (recording.material().intake().pending().isEmpty() || now.isBefore(recording.pushAt())) {
            return recording;
        }
        Transcript.Merge merge = recording.material().merge(settings.windowCharsMax());
        effects.add(new MeetingEffect.StoreSegments(merge.segments()));
        effects.add(new MeetingEffect.ShowTranscript(merge.next().tail(), merge.next().count()));
        Meeting.Recording next = recording.with(recording.material().merged(merge.next()));
        return withBeat(next, now);
    }

    /// MTG-5: the checkpoint clock. Even with nothing new it moves on.
    private Meeting.Recording checkpointed(Meeting.Recording recording, Instant now) {
        if (!(recording.checkpoint() instanceof Checkpoint.Waiting waiting)
                || now.isBefore(waiting.due())) {
            return recording;
        }
        long count = recording.material().transcript().count();
        return recording.with(
                count > waiting.through()
                        ? new Checkpoint.Making(count)
                        : new Checkpoint.Waiting(
                                now.plus(settings.checkpointInterval()), waiting.through()));
    }

    private Decision<Meeting, MeetingEffect, MeetingRejection> draftBegun(
            Meeting.Recording recording, MeetingCommand.DraftBegun draft, Instant now) {
        Material material = recording.material();
        return drafts.begun(material.digest(), draft.ticket(), now)
                .map(
                        digest ->
                                Decision.<Meeting, MeetingEffect, MeetingRejection>accept(
                                        recording.with(material.with(digest)), List.of()))
                .orElseGet(() -> Decision.reject(MeetingRejection.STALE_DRAFT));
    }

    private Decision<Meeting, MeetingEffect, MeetingRejection> draftArrived(
            Meeting.Recording recording, MeetingCommand.DraftArrived draft, Instant now) {
        Digest digest = recording.material().digest();
        if (!digest.awaits(draft.ticket())
                || !(digest.drafting() instanceof Drafting.InFlight flight)) {
            return Decision.reject(MeetingRejection.STALE_DRAFT);
        }
        Notes notes = DraftRules.filledIn(draft.notes(), recording.material());
        Digest written = digest.written(notes, draft.provider(), flight.attempt(), flight.reason());
        Material material = recording.material().written(flight.piece().window(), written);
        return settled(recording.with(material), new ArrayList<>(), now);
    }

    private Decision<Meeting, MeetingEffect, MeetingRejection> draftFailed(
            Meeting.Recording recording, MeetingCommand.DraftFailed failed, Instant now) {
        Digest digest = recording.material().digest();
        if (!digest.awaits(failed.ticket())
                || !(digest.drafting() instanceof Drafting.InFlight flight)) {
            return Decision.reject(MeetingRejection.STALE_DRAFT);
        }
        List<MeetingEffect> effects = new ArrayList<>();
        DraftRules.Retry retry = drafts.afterFailure(digest, flight, failed.reason(), now);
        return settled(retried(recording, retry, effects), effects, now);
    }

    private static Meeting.Recording retried(
            Meeting.Recording recording, DraftRules.Retry retry, List<MeetingEffect> effects) {
        Material material = recording.material();
        return switch (retry) {
            case DraftRules.Retry.Again again -> {
                effects.add(again.asked().request());
                yield recording.with(material.with(again.asked().next()));
            }
            case DraftRules.Retry.Later later -> recording.with(material.with(later.next()));
            case DraftRules.Retry.GiveUp given -> {
                Notes notes =
                        DraftRules.lastResort(
                                material.digest().notes(), material.transcript().tail());
                Digest written =
                        material.digest()
                                .written(
                                        notes,
                                        Summary.EXTRACTIVE,
                                        Drafting.ATTEMPTS_MAX,
                                        given.reason());
                yield recording.with(material.written(given.piece().window(), written));
            }
        };
    }

    /// Asks for the next piece if none is under way: a full window, or what a checkpoint needs.
    private Decision<Meeting, MeetingEffect, MeetingRejection> settled(
            Meeting.Recording recording, List<MeetingEffect> effects, Instant now) {
        Meeting.Recording next = recording;
        Material material = next.material();
        if (material.digest().drafting() instanceof Drafting.Idle) {
            if (next.checkpoint() instanceof Checkpoint.Making making
                    && material.transcript().coveredSegments() >= making.through()) {
                effects.add(new MeetingEffect.ShowCheckpoint(interim(next, now)));
                next =
                        next.with(
                                new Checkpoint.Waiting(
                                        now.plus(settings.checkpointInterval()), making.through()));
            }
            boolean wanted = next.checkpoint() instanceof Checkpoint.Making;
            List<Window> open = material.transcript().open();
            if (open.size() > 1 || (wanted && !open.isEmpty())) {
                DraftRules.Asked asked =
                        drafts.ask(
                                material.digest(),
                                new Piece(DraftKind.NOTES, open.getFirst()),
                                now);
                effects.add(asked.request());
                next = next.with(material.with(asked.next()));
            }
        }
        return Decision.accept(next, effects);
    }

    private Summary interim(Meeting.Recording recording, Instant now) {
        Digest digest = recording.material().digest();
        return new Summary(
                recording.origin().id(),
                Minutes.of(digest.notes()),
                Summary.duration(
                        recording.origin().startedAt(),
                        recording.material().lastedUntil(now),
                        settings.durationMin()),
                recording.material().transcript().coveredSegments(),
                true,
                digest.provider(),
                digest.quality());
    }
}
