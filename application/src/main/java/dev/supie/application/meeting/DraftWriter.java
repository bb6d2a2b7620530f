package dev.supie.application.meeting;

import dev.supie.application.meeting.port.Draft;
import dev.supie.application.meeting.port.DraftRequest;
import dev.supie.application.meeting.port.StoreException;
import dev.supie.application.meeting.port.Summarizer;
import dev.supie.application.meeting.port.SummarizerException;
import dev.supie.domain.meeting.Drafting;
import dev.supie.domain.meeting.Language;
import dev.supie.domain.meeting.MeetingCommand;
import dev.supie.domain.meeting.MeetingEffect;
import dev.supie.domain.meeting.MeetingId;
import dev.supie.domain.meeting.Note;
import dev.supie.domain.meeting.Notes;
import dev.supie.domain.meeting.Segment;
import dev.supie.domain.meeting.Window;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Has one draft written by a summarizer, on the caller's thread and for as long as that takes.
///
/// @param targetLanguage of minutes; empty for the meeting's own (MTG-11)
record DraftWriter(Summarizer configured, Summarizer fallback, Optional<Language> targetLanguage) {

    private static final System.Logger LOG = System.getLogger(DraftWriter.class.getName());

    /// The draft, or why there is none; never throws.
    ///
    /// @param transcript the segments of a window
    MeetingCommand written(
            MeetingId meeting,
            MeetingEffect.RequestDraft request,
            Function<Window, List<Segment>> transcript) {
        try {
            Draft draft = draft(request.author(), draftRequest(request, transcript));
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

    private DraftRequest draftRequest(
            MeetingEffect.RequestDraft request, Function<Window, List<Segment>> transcript) {
        Window window = request.piece().window();
        List<Segment> segments = window.equals(Window.NONE) ? List.of() : transcript.apply(window);
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
