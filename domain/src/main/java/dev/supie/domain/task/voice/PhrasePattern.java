package dev.supie.domain.task.voice;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// One way to say something, found in a sentence although people put more between its words: which
/// task ("claim *the second* task"), and words that mean nothing ("认领*一下*任务"). So a phrase need not
/// be listed in every form.
///
/// @param parts words of Latin letters, single Chinese characters, and empty for `{n}`: here has to
///   be said which task
record PhrasePattern(VoiceIntent intent, List<int[]> parts) {

    /// Stands in a phrase for which task.
    static final String PLACE = "{n}";

    /// Nobody says more between two words of a phrase.
    private static final int GAPS_MAX = 6;

    /// @param end behind its last letter
    /// @param ordinals that were said inside it
    record Found(VoiceIntent intent, int start, int end, List<Ordinal> ordinals) {
        Found {
            ordinals = List.copyOf(ordinals);
        }
    }

    /// Empty for a phrase without any letters.
    static Optional<PhrasePattern> of(VoiceIntent intent, String phrase) {
        List<int[]> parts = new ArrayList<>();
        int from = 0;
        int place = phrase.indexOf(PLACE);
        while (place >= 0) {
            addWords(parts, phrase.substring(from, place));
            parts.add(new int[0]);
            from = place + PLACE.length();
            place = phrase.indexOf(PLACE, from);
        }
        addWords(parts, phrase.substring(from));
        return parts.stream().anyMatch(part -> part.length > 0)
                ? Optional.of(new PhrasePattern(intent, List.copyOf(parts)))
                : Optional.empty();
    }

    private static void addWords(List<int[]> parts, String phrase) {
        SpokenText words = SpokenText.of(phrase);
        for (int at = 0; at < words.size(); at = words.nextEdge(at)) {
            parts.add(words.points(at, words.nextEdge(at)));
        }
    }

    /// Whether the sentence says it from here on.
    Optional<Found> at(SpokenText text, Fillings fillings, int start) {
        List<Ordinal> ordinals = new ArrayList<>();
        int at = start;
        int gaps = 0;
        for (int part = 0; part < parts.size(); part++) {
            OptionalInt behind = behind(parts.get(part), text, fillings, at, ordinals);
            while (behind.isEmpty() && part > 0 && gaps < GAPS_MAX) {
                int gapEnd = fillings.endAt(at, ordinals);
                if (gapEnd == at) {
                    return Optional.empty();
                }
                gaps++;
                at = gapEnd;
                behind = behind(parts.get(part), text, fillings, at, ordinals);
            }
            if (behind.isEmpty()) {
                return Optional.empty();
            }
            at = behind.getAsInt();
        }
        return text.isEdge(start) && text.isEdge(at)
                ? Optional.of(new Found(intent, start, at, ordinals))
                : Optional.empty();
    }

    private static OptionalInt behind(
            int[] part, SpokenText text, Fillings fillings, int at, List<Ordinal> ordinals) {
        if (part.length > 0) {
            return text.has(part, at) ? OptionalInt.of(at + part.length) : OptionalInt.empty();
        }
        Optional<Ordinal> place = fillings.placeAt(at);
        place.ifPresent(ordinals::add);
        return place.map(Ordinal::end).map(OptionalInt::of).orElseGet(OptionalInt::empty);
    }
}
