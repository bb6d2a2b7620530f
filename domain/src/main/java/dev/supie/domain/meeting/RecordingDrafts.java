package dev.supie.domain.meeting;

import dev.supie.domain.kernel.Decision;
import dev.supie.domain.meeting.Drafting.Piece;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// How a meeting that still takes snippets has its notes written, window by window (MTG-5).
final class RecordingDrafts {

    private final MeetingSettings settings;
    private final DraftRules drafts;

    RecordingDrafts(MeetingSettings settings) {
        this.settings = settings;
        this.drafts = new DraftRules(settings);
    }

    Decision<Meeting, MeetingEffect, MeetingRejection> begun(
            Meeting.Recording recording, MeetingCommand.DraftBegun draft, Instant now) {
        Material material = recording.material();
        return drafts.begun(material.digest(), draft.ticket(), now)
                .map(
                        digest ->
                                Decision.<Meeting, MeetingEffect, MeetingRejection>accept(
                                        recording.with(material.with(digest)), List.of()))
                .orElseGet(() -> Decision.reject(MeetingRejection.STALE_DRAFT));
    }

    Decision<Meeting, MeetingEffect, MeetingRejection> arrived(
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

    Decision<Meeting, MeetingEffect, MeetingRejection> failed(
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

    /// What time alone brings: an answer that is overdue, or a rest that is over.
    Meeting.Recording whenDue(
            Meeting.Recording recording, List<MeetingEffect> effects, Instant now) {
        return drafts.whenDue(recording.material().digest(), now)
                .map(retry -> retried(recording, retry, effects))
                .orElse(recording);
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
                Notes notes = DraftRules.lastResort(material);
                Digest written = material.digest().givenUp(notes, given.reason());
                yield recording.with(material.written(given.piece().window(), written));
            }
        };
    }

    /// Asks for the next piece if none is under way: a full window, or what a checkpoint needs.
    Decision<Meeting, MeetingEffect, MeetingRejection> settled(
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
