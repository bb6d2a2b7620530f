package dev.supie.adapter.out.llm;

import dev.supie.application.meeting.port.Draft;
import dev.supie.application.meeting.port.DraftRequest;
import dev.supie.application.meeting.port.Summarizer;
import dev.supie.domain.meeting.Minutes;
import dev.supie.domain.meeting.Note;
import dev.supie.domain.meeting.Notes;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToIntFunction;

/// Minutes without a language model (MTG-5, MTG-8): it quotes the sentences that matter most.
///
/// Every line is a sentence of the transcript, verbatim; only the title may be put together from
/// several words of it. The same request gives the same draft. There is no network, no model and no
/// state, so it never fails; a full window takes some milliseconds, and no request more than the
/// work for [Passage#SENTENCES_MAX] sentences, which is why it has no need of the time limit. It
/// reads Chinese, English and both mixed. With any text there is at least one bullet and a title.
public final class ExtractiveSummarizer implements Summarizer {

    /// Its name on the wire (MTG-8).
    public static final String PROVIDER = "extractive";

    /// A window adds one bullet to the notes for so many sentences worth quoting …
    private static final int SENTENCES_PER_BULLET = 6;

    /// … but no more than this.
    private static final int WINDOW_BULLETS_MAX = 4;

    /// A window adds at most so many decisions, actions, risks and next steps each; the strongest.
    private static final int WINDOW_OTHERS_MAX = 6;

    /// A short meeting gets fewer bullets than [Minutes#BULLETS_MAX]: this share of its sentences.
    private static final double MINUTES_SHARE = 0.4;

    @Override
    public Draft draft(DraftRequest request) {
        Passage passage = Passage.of(request);
        Notes notes =
                switch (request.kind()) {
                    case NOTES -> folded(request, passage);
                    case MINUTES -> minutes(request, passage);
                };
        return new Draft(notes, PROVIDER);
    }

    private static Notes folded(DraftRequest request, Passage passage) {
        long telling = passage.spoken().stream().filter(Sentence::isStatement).count();
        int limit = Math.clamp(telling / SENTENCES_PER_BULLET, 1, WINDOW_BULLETS_MAX);
        List<Sentence> best = new BulletChoice(passage.all()).beyondTheNotes(limit);
        Notes notes = request.notes();
        return new Notes(
                title(request, passage, best),
                joined(notes.bullets(), bullets(request, best)),
                joined(notes.decisions(), found(passage, Cues::decision)),
                joined(notes.actions(), found(passage, Cues::action)),
                joined(notes.risks(), found(passage, Cues::risk)),
                joined(notes.nextSteps(), found(passage, Cues::nextStep)));
    }

    private static Notes minutes(DraftRequest request, Passage passage) {
        List<Sentence> all = passage.all();
        long telling = all.stream().filter(Sentence::isStatement).count();
        int limit = Math.clamp((long) Math.ceil(telling * MINUTES_SHARE), 1, Minutes.BULLETS_MAX);
        List<Sentence> best = new BulletChoice(all).ofTheWholeMeeting(limit);
        Notes notes = request.notes();
        List<Note> actions = chosen(notes.actions(), passage, Cues::action);
        return new Notes(
                title(request, passage, best),
                bullets(request, best),
                chosen(notes.decisions(), passage, Cues::decision),
                actions,
                chosen(notes.risks(), passage, Cues::risk),
                without(actions, chosen(notes.nextSteps(), passage, Cues::nextStep)));
    }

    private static String title(DraftRequest request, Passage passage, List<Sentence> best) {
        return new ExtractiveTitle(request.language())
                .of(request.notes().title(), passage.all(), best);
    }

    /// With at least one segment that is not blank there is at least one bullet (MTG-8), were it
    /// only an emoji.
    private static List<Note> bullets(DraftRequest request, List<Sentence> best) {
        if (!best.isEmpty() || !request.notes().bullets().isEmpty()) {
            return best.stream().map(Sentence::note).toList();
        }
        return request.window().stream()
                .filter(segment -> !segment.text().isBlank())
                .limit(1)
                .map(segment -> new Note(segment.text(), segment.number()))
                .toList();
    }

    private static List<Note> found(Passage passage, ToIntFunction<Cues> strength) {
        return CueChoice.lines(List.of(), passage.spoken(), strength, WINDOW_OTHERS_MAX);
    }

    private static List<Note> chosen(
            List<Note> noted, Passage passage, ToIntFunction<Cues> strength) {
        List<Sentence> lines = Passage.sentences(noted, passage.reader());
        return CueChoice.lines(lines, passage.spoken(), strength, Minutes.OTHERS_MAX);
    }

    private static List<Note> joined(List<Note> earlier, List<Note> later) {
        List<Note> joined = new ArrayList<>(earlier);
        joined.addAll(later);
        joined.sort(Comparator.comparingLong(Note::segment));
        return joined;
    }

    private static List<Note> without(List<Note> taken, List<Note> lines) {
        Set<String> texts = new HashSet<>();
        taken.forEach(note -> texts.add(note.text()));
        return lines.stream().filter(note -> !texts.contains(note.text())).toList();
    }
}
