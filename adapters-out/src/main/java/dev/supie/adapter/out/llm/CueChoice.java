package dev.supie.adapter.out.llm;

import dev.supie.domain.meeting.Note;
import dev.supie.domain.meeting.Notes;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;

/// Chooses the lines of one list, such as the decisions: the strongest, without repeats.
final class CueChoice {

    /// Lines that share this part of the shorter one's terms say the same.
    private static final double SAME = 0.75;

    /// Fewer terms are too few to tell whether two lines say the same.
    private static final int COMPARABLE_TOKENS = 3;

    private CueChoice() {}

    /// What the sentences say of one kind.
    ///
    /// @param noted lines that stood in this list of the notes; they stay candidates even if no
    ///   phrase shows why, as a language model may have written them
    static List<Note> lines(
            List<Sentence> noted, List<Sentence> spoken, ToIntFunction<Cues> strength, int limit) {
        SortedMap<Integer, List<Sentence>> byStrength = new TreeMap<>(Comparator.reverseOrder());
        for (Sentence sentence : noted) {
            int known = Math.max(1, strength.applyAsInt(sentence.cues()));
            byStrength
                    .computeIfAbsent(order(known, sentence), _ -> new ArrayList<>())
                    .add(sentence);
        }
        for (Sentence sentence : spoken) {
            int known = strength.applyAsInt(sentence.cues());
            if (known > 0 && sentence.isTalk()) {
                byStrength
                        .computeIfAbsent(order(known, sentence), _ -> new ArrayList<>())
                        .add(sentence);
            }
        }
        List<Sentence> chosen = strongest(byStrength, limit);
        return Stream.concat(noted.stream(), spoken.stream())
                .filter(chosen::contains)
                .map(Sentence::note)
                .toList();
    }

    /// Of equally strong lines, first those that can be understood alone.
    private static int order(int strength, Sentence sentence) {
        return strength * 2 + (sentence.leans() ? 0 : 1);
    }

    private static List<Sentence> strongest(
            SortedMap<Integer, List<Sentence>> byStrength, int limit) {
        List<Sentence> chosen = new ArrayList<>();
        for (List<Sentence> equals : byStrength.values()) {
            List<Sentence> fresh = new ArrayList<>();
            for (Sentence sentence : equals) {
                if (isNew(sentence, chosen) && isNew(sentence, fresh)) {
                    fresh.add(sentence);
                }
            }
            chosen.addAll(spread(fresh, limit - chosen.size()));
        }
        return chosen;
    }

    /// Among equals, those that are spread over the meeting.
    private static List<Sentence> spread(List<Sentence> sentences, int limit) {
        List<Note> notes = sentences.stream().map(Sentence::note).toList();
        Set<Note> kept = new HashSet<>(Notes.thinned(notes, limit));
        return sentences.stream().filter(sentence -> kept.contains(sentence.note())).toList();
    }

    private static boolean isNew(Sentence sentence, List<Sentence> others) {
        return others.stream().noneMatch(other -> saySame(sentence, other));
    }

    private static boolean saySame(Sentence one, Sentence other) {
        if (one.text().equals(other.text())) {
            return true;
        }
        Set<String> shared = new HashSet<>(one.tokens());
        Set<String> others = new HashSet<>(other.tokens());
        int shorter = Math.min(shared.size(), others.size());
        shared.retainAll(others);
        return shorter >= COMPARABLE_TOKENS && shared.size() >= SAME * shorter;
    }
}
