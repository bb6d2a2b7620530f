package dev.supie.domain.meeting;

import dev.supie.domain.kernel.Decision;
import dev.supie.domain.kernel.DeviceId;
import dev.supie.domain.kernel.SessionId;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The rules of a meeting that takes snippets (MTG-1 to MTG-5, MTG-9).
final class RecordingRules {

    private final MeetingSettings settings;
    private final RecordingDrafts drafts;
    private final Attendance attendance;
    private final CompanyRules company;

    RecordingRules(MeetingSettings settings) {
        this.settings = settings;
        this.attendance = new Attendance(settings);
        this.company = new CompanyRules(settings);
        this.drafts = new RecordingDrafts(settings);
    }

    Decision<Meeting, MeetingEffect, MeetingRejection> decide(
            Meeting.Recording recording, MeetingCommand command, Instant now) {
        return attendance.noted(recording, decided(recording, command, now), now);
    }

    private Decision<Meeting, MeetingEffect, MeetingRejection> decided(
            Meeting.Recording recording, MeetingCommand command, Instant now) {
        return switch (command) {
            case MeetingCommand.Resume resume -> company.resumed(recording, resume.session());
            case MeetingCommand.Join join -> company.join(recording, join, now);
            case MeetingCommand.Rejoin rejoin -> company.rejoin(recording, rejoin, now);
            case MeetingCommand.Invite invite -> company.invite(recording, invite.fresh());
            case MeetingCommand.Leave leave ->
                    company.leave(recording, leave.session(), now)
                            .orElseGet(() -> finish(recording, leave.session(), List.of(), now));
            case MeetingCommand.GiveUp gone -> company.givenUp(recording, gone.guest(), now);
            case MeetingCommand.BadgeReturned returned ->
                    company.returned(recording, returned.who().guest(), returned.session(), now);
            case MeetingCommand.AddSnippets add -> addSnippets(recording, add, now);
            case MeetingCommand.AddSpeech speech -> addSpeech(recording, speech, now);
            case MeetingCommand.Finish finish -> finish(recording, finish, now);
            case MeetingCommand.Detach detach -> company.detach(recording, detach.session(), now);
            case MeetingCommand.DeadlineReached _ -> deadlineReached(recording, now);
            case MeetingCommand.DraftBegun draft -> drafts.begun(recording, draft, now);
            case MeetingCommand.DraftArrived draft -> drafts.arrived(recording, draft, now);
            case MeetingCommand.DraftFailed draft -> drafts.failed(recording, draft, now);
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
        if (!recording.company().isBy(add.session())) {
            return Decision.reject(MeetingRejection.NOT_ATTACHED);
        }
        List<SnippetInput> items = add.items();
        int spokenEnd = spokenEnd(items);
        List<SnippetInput> said = items.subList(0, spokenEnd);
        Intake.Batch batch = taken(recording, said, speaker(recording, add.session()), now);
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
        effects.addAll(captions(recording, add.session(), batch.accepted()));
        if (ends) {
            return finish(next, add.session(), effects, now);
        }
        return Decision.accept(batch.accepted().isEmpty() ? recording : next, effects);
    }

    private static DeviceId speaker(Meeting.Recording recording, SessionId session) {
        return recording
                .company()
                .guestBy(session)
                .map(Guest::device)
                .orElse(recording.origin().device());
    }

    /// What was said on a connection that has ended or was replaced meanwhile still counts, if it
    /// was said in this meeting (DUP-2); but nothing is commanded that way any more.
    private Decision<Meeting, MeetingEffect, MeetingRejection> addSpeech(
            Meeting.Recording recording, MeetingCommand.AddSpeech speech, Instant now) {
        boolean attached = recording.company().isBy(speech.session());
        if (!attached && !tookPart(recording, speech)) {
            return Decision.reject(MeetingRejection.NOT_ATTACHED);
        }
        if (FinalizePhrase.isIn(speech.said())) {
            return attached
                    ? finish(recording, speech.session(), List.of(), now)
                    : Decision.accept(recording, List.of());
        }
        DeviceId self = speech.who().guest().orElse(recording.origin().device());
        Intake.Batch batch = taken(recording, List.of(speech.said()), self, now);
        if (batch.accepted().isEmpty()) {
            return Decision.accept(recording, List.of());
        }
        List<MeetingEffect> effects = new ArrayList<>();
        effects.add(new MeetingEffect.StoreSnippets(batch.accepted()));
        effects.addAll(captions(recording, speech.session(), batch.accepted()));
        return Decision.accept(
                withBeat(recording, now).with(recording.material().with(batch.next())), effects);
    }

    /// Who has left by itself meant to be heard no more.
    private static boolean tookPart(Meeting.Recording recording, MeetingCommand.AddSpeech speech) {
        Optional<Instant> since =
                speech.who().guest().isEmpty()
                        ? Optional.of(recording.origin().startedAt())
                        : speech.who()
                                .guest()
                                .flatMap(recording.company()::guest)
                                .filter(guest -> guest.is(Joined.Standing.MEMBER))
                                .map(guest -> guest.joined().at());
        return since.filter(from -> !speech.since().isBefore(from)).isPresent();
    }

    /// A badge alone needs no captions: it knows what it has said.
    private static List<MeetingEffect> captions(
            Meeting.Recording recording, SessionId from, List<Snippet> said) {
        return recording.company().isShared() && !said.isEmpty()
                ? List.of(new MeetingEffect.ShowCaptions(from, said))
                : List.of();
    }

    /// When summarising is too far behind nothing comes in, but a spoken end is still obeyed.
    private Intake.Batch taken(
            Meeting.Recording recording, List<SnippetInput> said, DeviceId self, Instant now) {
        Material material = recording.material();
        return material.transcript().isBehind()
                ? new Intake.Batch(material.intake(), List.of(), said.size(), 0)
                : material.intake().take(said, self.value(), settings.termMap(), now);
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

    /// Whoever started the meeting may end it without resuming it; a guest only while it takes
    /// part.
    private Decision<Meeting, MeetingEffect, MeetingRejection> finish(
            Meeting.Recording recording, MeetingCommand.Finish finish, Instant now) {
        return finish.who().guest().isPresent() && !recording.company().isBy(finish.session())
                ? Decision.reject(MeetingRejection.NOT_ATTACHED)
                : finish(recording, finish.session(), List.of(), now);
    }

    private Decision<Meeting, MeetingEffect, MeetingRejection> finish(
            Meeting.Recording recording,
            SessionId session,
            List<MeetingEffect> before,
            Instant now) {
        Company all = recording.company();
        List<MeetingEffect> effects = new ArrayList<>(before);
        int pending = recording.material().intake().pending().size();
        effects.add(new MeetingEffect.AnswerFinalize(pending, false));
        if (all.isShared()) {
            effects.add(new MeetingEffect.ShowFinalize(session, pending));
        }
        Company ending =
                all.guestBy(session).isPresent() ? all : all.with(new Attachment.Attached(session));
        return new FinalizingRules(settings).begin(recording.with(ending), now, effects, now);
    }

    private Decision<Meeting, MeetingEffect, MeetingRejection> deadlineReached(
            Meeting.Recording recording, Instant now) {
        Optional<Instant> absentSince = recording.company().absentSince();
        if (absentSince.isPresent()
                && !now.isBefore(absentSince.get().plus(settings.resumeWindow()))) {
            return new FinalizingRules(settings)
                    .begin(recording, absentSince.get(), new ArrayList<>(), now);
        }
        List<MeetingEffect> effects = new ArrayList<>();
        Meeting.Recording next = pushed(recording, effects, now);
        next = drafts.whenDue(next, effects, now);
        return drafts.settled(attendance.kept(checkpointed(next, now), now), effects, now);
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
}
