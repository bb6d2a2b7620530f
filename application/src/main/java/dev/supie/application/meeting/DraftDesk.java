package dev.supie.application.meeting;

import dev.supie.application.meeting.port.Draft;
import dev.supie.application.meeting.port.DraftRequest;
import dev.supie.application.meeting.port.MeetingStore;
import dev.supie.application.meeting.port.StoreException;
import dev.supie.application.meeting.port.Summarizer;
import dev.supie.application.meeting.port.SummarizerException;
import dev.supie.application.runtime.Workers;
import dev.supie.domain.meeting.Drafting;
import dev.supie.domain.meeting.Language;
import dev.supie.domain.meeting.MeetingCommand;
import dev.supie.domain.meeting.MeetingEffect;
import dev.supie.domain.meeting.MeetingId;
import dev.supie.domain.meeting.Note;
import dev.supie.domain.meeting.Notes;
import dev.supie.domain.meeting.Segment;
import dev.supie.domain.meeting.Window;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Has drafts written by a summarizer, in the background. Every request is answered on a worker's
/// thread: that it has begun, and then exactly one draft or failure. One that has waited for too
/// long only fails.
record DraftDesk(
        MeetingStore store,
        Summarizer configured,
        Summarizer fallback,
        Workers workers,
        Workers quoting,
        InstantSource time,
        Optional<Language> targetLanguage) {

    private static final System.Logger LOG = System.getLogger(DraftDesk.class.getName());

    /// False if too much is waiting already; then there will be no answer.
    boolean write(
            MeetingId meeting,
            MeetingEffect.RequestDraft request,
            Consumer<MeetingCommand> answer) {
        Instant latest = time.instant().plus(request.turnWithin());
        // A fallback behind a model that hangs would be none, so it has workers of its own.
        Workers those =
                switch (request.author()) {
                    case CONFIGURED -> workers;
                    case FALLBACK -> quoting;
                };
        return those.offer(
                () -> {
                    if (time.instant().isBefore(latest)) {
                        answer.accept(new MeetingCommand.DraftBegun(request.ticket()));
                        answer.accept(written(meeting, request));
                    } else {
                        // Nobody waits for it any more; whoever does is waiting behind it.
                        answer.accept(
                                new MeetingCommand.DraftFailed(
                                        request.ticket(), "too much was waiting"));
                    }
                });
    }

    private MeetingCommand written(MeetingId meeting, MeetingEffect.RequestDraft request) {
        try {
            Draft draft = draft(request.author(), draftRequest(meeting, request));
            return new MeetingCommand.DraftArrived(
                    request.ticket(), draft.notes(), draft.provider());
        } catch (SummarizerException failure) {
            return new MeetingCommand.DraftFailed(request.ticket(), reasonOf(failure));
        } catch (StoreException failure) {
            LOG.log(System.Logger.Level.ERROR, "transcript of " + meeting + " unreadable", failure);
            return new MeetingCommand.DraftFailed(
                    request.ticket(), "the transcript could not be read");
        } catch (RuntimeException bug) {
            // A summarizer's bug must cost the meeting its quality, never its minutes (MTG-8).
            LOG.log(System.Logger.Level.ERROR, "a summarizer failed on " + meeting, bug);
            return new MeetingCommand.DraftFailed(request.ticket(), "the summarizer failed");
        }
    }

    private static String reasonOf(SummarizerException failure) {
        String message = failure.getMessage();
        return message == null ? "the summarizer failed" : message;
    }

    private DraftRequest draftRequest(MeetingId meeting, MeetingEffect.RequestDraft request) {
        Window window = request.piece().window();
        List<Segment> segments =
                window.equals(Window.NONE)
                        ? List.of()
                        : store.segments(meeting, window.first(), window.last());
        return new DraftRequest(
                request.piece().kind(),
                request.notes(),
                segments,
                targetLanguage.orElseGet(() -> languageOf(request.notes(), segments)).code(),
                request.tokensMax(),
                request.timeLimit());
    }

    private static Language languageOf(Notes notes, List<Segment> segments) {
        Stream<String> noted = notes.bullets().stream().map(Note::text);
        Stream<String> said = segments.stream().map(Segment::text);
        return Language.of(Stream.concat(noted, said).collect(Collectors.joining("\n")));
    }

    private Draft draft(Drafting.Author author, DraftRequest request) throws SummarizerException {
        return switch (author) {
            case FALLBACK -> fallback.draft(request);
            case CONFIGURED -> filledIn(configured.draft(request), request);
        };
    }

    /// MTG-8: where there is transcript there is a bullet and a title, quoted if need be.
    private Draft filledIn(Draft draft, DraftRequest request) throws SummarizerException {
        Notes notes = draft.notes();
        if (!notes.bullets().isEmpty() && !notes.title().isBlank()) {
            return draft;
        }
        Notes quoted = fallback.draft(request).notes();
        Notes filled =
                new Notes(
                        notes.title().isBlank() ? quoted.title() : notes.title(),
                        notes.bullets().isEmpty() ? quoted.bullets() : notes.bullets(),
                        notes.decisions(),
                        notes.actions(),
                        notes.risks(),
                        notes.nextSteps());
        return new Draft(filled, draft.provider());
    }
}
