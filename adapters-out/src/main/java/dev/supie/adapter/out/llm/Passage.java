package dev.supie.adapter.out.llm;

import dev.supie.application.meeting.port.DraftRequest;
import dev.supie.domain.meeting.Note;
import dev.supie.domain.meeting.Segment;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// The sentences one draft is made from: the bullets so far, then those of the window.
///
/// @param bullets lines of the notes so far, in the order of the meeting
/// @param spoken sentences of the window, in the order of the meeting
/// @param reader knows the speakers of the window by name
record Passage(List<Sentence> bullets, List<Sentence> spoken, CueReader reader) {

    /// Comparing all sentences with each other is quadratic. Beyond this limit an even spread over
    /// the window is read. A window of 4,000 characters of ordinary talk has about a hundred.
    static final int SENTENCES_MAX = 600;

    /// Names beyond this many are not looked for.
    private static final int SPEAKERS_MAX = 64;

    static Passage of(DraftRequest request) {
        CueReader reader = new CueReader(speakers(request.window()));
        List<Quote> quotes = quotes(request.window());
        return new Passage(
                sentences(request.notes().bullets(), reader),
                quotes.stream().map(quote -> quote.read(reader, false)).toList(),
                reader);
    }

    /// Lines of the notes so far as sentences, in the order of the meeting.
    static List<Sentence> sentences(List<Note> lines, CueReader reader) {
        return lines.stream()
                .sorted(Comparator.comparingLong(Note::segment))
                .limit(SENTENCES_MAX)
                .map(line -> new Quote(line.text(), line.segment()).read(reader, true))
                .toList();
    }

    List<Sentence> all() {
        List<Sentence> all = new ArrayList<>(bullets);
        all.addAll(spoken);
        return all;
    }

    private static Set<String> speakers(List<Segment> window) {
        Set<String> names = new LinkedHashSet<>();
        for (Segment segment : window) {
            String name = segment.speaker().strip().toLowerCase(Locale.ROOT);
            // A single letter is an article or a pronoun more often than a name.
            if (name.length() > 1 && names.size() < SPEAKERS_MAX) {
                names.add(name);
            }
        }
        return names;
    }

    private static List<Quote> quotes(List<Segment> window) {
        List<Quote> quotes = new ArrayList<>();
        Set<String> seen = new LinkedHashSet<>();
        for (Segment segment : window) {
            for (String sentence : SentenceSplitter.sentences(segment.text())) {
                boolean hasWords = sentence.codePoints().anyMatch(Character::isLetterOrDigit);
                if (hasWords && seen.add(sentence)) {
                    quotes.add(new Quote(sentence, segment.number()));
                }
            }
        }
        return evenSpread(quotes);
    }

    private static List<Quote> evenSpread(List<Quote> quotes) {
        if (quotes.size() <= SENTENCES_MAX) {
            return quotes;
        }
        List<Quote> spread = new ArrayList<>(SENTENCES_MAX);
        for (long i = 0; i < SENTENCES_MAX; i++) {
            spread.add(quotes.get((int) (i * quotes.size() / SENTENCES_MAX)));
        }
        return spread;
    }

    private record Quote(String text, long segment) {
        Sentence read(CueReader reader, boolean noted) {
            List<Word> words = Words.of(text);
            Cues cues = reader.read(text, words);
            return new Sentence(text, segment, noted, words, Tokens.of(words), cues);
        }
    }
}
