package dev.supie.domain.task.voice;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// WF-8: understands what is said in working mode. A sentence is a command if it has one of the
/// phrases and nothing else but which task it is about, words that mean nothing, and words that may
/// be a title; so talking about tasks changes none.
///
/// Pure, safe for use by many threads, never throws, and takes time in proportion to the length of
/// the sentence (and to the number of phrases).
public final class VoiceGrammar {

    /// UTF-16 units. Nobody says that much to take a task; a longer text is talk.
    public static final int CHARS_MAX = 200;

    private final List<PhrasePattern> patterns;
    private final WordTree negations;

    public VoiceGrammar(VoicePhrases phrases) {
        patterns =
                Stream.of(VoiceIntent.values())
                        .flatMap(
                                intent ->
                                        phrases.of(intent).stream()
                                                .map(each -> PhrasePattern.of(intent, each))
                                                .flatMap(Optional::stream))
                        .toList();
        negations = WordTree.of(phrases.negations());
    }

    /// What the sentence comes to.
    public VoiceReading read(String sentence) {
        if (sentence.length() > CHARS_MAX) {
            return new VoiceReading.Talk();
        }
        SpokenText text = SpokenText.of(sentence);
        Fillings fillings = new Fillings(text, FillerWords.TREE, negations);
        List<PhrasePattern.Found> found = phrases(text, fillings);
        return found.stream()
                .min(Comparator.comparing(PhrasePattern.Found::intent))
                .map(command -> read(text, fillings, found, command))
                .orElseGet(VoiceReading.Talk::new);
    }

    /// From left to right, the longest that begins at each place.
    private List<PhrasePattern.Found> phrases(SpokenText text, Fillings fillings) {
        List<PhrasePattern.Found> found = new ArrayList<>();
        int at = 0;
        while (at < text.size()) {
            Optional<PhrasePattern.Found> longest = phraseAt(text, fillings, at);
            longest.ifPresent(found::add);
            at = longest.map(PhrasePattern.Found::end).orElse(at + 1);
        }
        return found;
    }

    private Optional<PhrasePattern.Found> phraseAt(SpokenText text, Fillings fillings, int at) {
        return patterns.stream()
                .flatMap(pattern -> pattern.at(text, fillings, at).stream())
                .max(
                        Comparator.comparingInt(PhrasePattern.Found::end)
                                .thenComparing(
                                        PhrasePattern.Found::intent, Comparator.reverseOrder()));
    }

    private static VoiceReading read(
            SpokenText text,
            Fillings fillings,
            List<PhrasePattern.Found> found,
            PhrasePattern.Found command) {
        Remainder remainder = Remainder.of(text, fillings, found, command);
        if (remainder.negated()) {
            return new VoiceReading.Negated();
        }
        List<String> others = remainder.others();
        VoiceIntent intent = command.intent();
        if (others.size() > 1 || (intent == VoiceIntent.REFRESH && !others.isEmpty())) {
            return new VoiceReading.Talk();
        }
        Set<VoiceTarget.Place> places = places(intent, found, remainder.said());
        if (intent == VoiceIntent.REFRESH) {
            return new VoiceReading.Command(intent, new VoiceTarget.Usual());
        }
        return places.size() > 1
                ? new VoiceReading.Unclear(intent)
                : new VoiceReading.Command(
                        intent,
                        target(
                                places.stream().findFirst(),
                                others.isEmpty() ? "" : others.getFirst()));
    }

    private static VoiceTarget target(Optional<VoiceTarget.Place> place, String words) {
        return place.<VoiceTarget>map(said -> new VoiceTarget.Placed(said, words))
                .orElseGet(
                        () ->
                                words.isEmpty()
                                        ? new VoiceTarget.Usual()
                                        : new VoiceTarget.Titled(words));
    }

    /// Which tasks this intent is about. What can mean nothing else outweighs what can.
    private static Set<VoiceTarget.Place> places(
            VoiceIntent intent, List<PhrasePattern.Found> found, List<Remainder.Said> said) {
        List<Ordinal> ordinals = new ArrayList<>();
        found.stream()
                .filter(phrase -> phrase.intent() == intent)
                .forEach(phrase -> ordinals.addAll(phrase.ordinals()));
        said.stream()
                .filter(each -> owner(found, each.start()).intent() == intent)
                .forEach(each -> ordinals.add(each.ordinal()));
        boolean firm = ordinals.stream().anyMatch(Ordinal::firm);
        return ordinals.stream()
                .filter(ordinal -> ordinal.firm() == firm)
                .map(Ordinal::place)
                .collect(Collectors.toSet());
    }

    /// The phrase that an ordinal outside of them belongs to: the one before it, else the first.
    private static PhrasePattern.Found owner(List<PhrasePattern.Found> found, int at) {
        return found.stream()
                .filter(phrase -> phrase.end() <= at)
                .reduce((_, later) -> later)
                .orElseGet(found::getFirst);
    }
}
