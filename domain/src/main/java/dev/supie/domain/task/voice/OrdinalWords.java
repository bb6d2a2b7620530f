package dev.supie.domain.task.voice;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// WF-8: the ways to say which task of the list: 第N个, N条, 任务三, task N, first to twentieth, 2nd,
/// number N, 最后一个, the last one.
final class OrdinalWords {

    private static final int NTH = '第';
    private static final String COUNTERS = "个条项件号各";
    private static final int ITEM = '条';
    private static final int NUMBER = '号';

    /// After these a number is no number of a task, but 一下, 一起, 三点.
    private static final String NOT_COUNTED = "下些起直定样点天次会边个";

    private static final List<int[]> NOUNS =
            Stream.of("任务", "编号", "序号", "task", "item", "job", "ticket")
                    .map(noun -> noun.codePoints().toArray())
                    .toList();

    private static final Set<String> PREFIXES = Set.of("number", "no", "nr", "num");
    private static final Set<String> PRONOUNS = Set.of("one", "item", "job", "ticket");
    private static final Set<String> SUFFIXES = Set.of("st", "nd", "rd", "th");

    private static final List<String> ENGLISH =
            List.of(
                    "first",
                    "second",
                    "third",
                    "fourth",
                    "fifth",
                    "sixth",
                    "seventh",
                    "eighth",
                    "ninth",
                    "tenth",
                    "eleventh",
                    "twelfth",
                    "thirteenth",
                    "fourteenth",
                    "fifteenth",
                    "sixteenth",
                    "seventeenth",
                    "eighteenth",
                    "nineteenth",
                    "twentieth");

    /// What recognizers write for a number that ends a command; elsewhere these are words.
    private static final Map<String, Integer> HOMOPHONES =
            Map.of(
                    "to", 2, "too", 2, "for", 4, "won", 1, "tree", 3, "ate", 8, "儿", 2, "而", 2, "散",
                    3, "酒", 9);

    private static final WordTree LAST =
            WordTree.of(List.of("最后一个", "最后一条", "最后一项", "最后一件", "最后那个", "最后的"));

    private OrdinalWords() {}

    /// What is said from here on.
    static Optional<Ordinal> at(SpokenText text, int from) {
        if (from >= text.size() || !text.isEdge(from)) {
            return Optional.empty();
        }
        return chineseOrdinal(text, from)
                .or(() -> afterNoun(text, from))
                .or(() -> beforeCounter(text, from))
                .or(() -> prefixed(text, from))
                .or(() -> english(text, from))
                .or(() -> last(text, from));
    }

    /// A number that says which only by its place ("claim 2"): what follows must not make it a
    /// count, which the caller sees to.
    static Optional<Ordinal> bareAt(SpokenText text, int from) {
        return Numeral.at(text, from)
                .map(numeral -> new Ordinal(nth(numeral.value()), numeral.end(), false));
    }

    /// 第三个, 第3条; 第一 alone only before 任务 or at the end, because 第一时间 and 第二天 count nothing.
    private static Optional<Ordinal> chineseOrdinal(SpokenText text, int from) {
        if (text.at(from) != NTH) {
            return Optional.empty();
        }
        return Numeral.at(text, from + 1)
                .flatMap(
                        numeral -> {
                            int end = numeral.end();
                            if (isCounter(text, end)) {
                                return firm(numeral.value(), end + 1);
                            }
                            return end == text.size() || isNounAt(text, end)
                                    ? firm(numeral.value(), end)
                                    : Optional.empty();
                        });
    }

    private static Optional<Ordinal> afterNoun(SpokenText text, int from) {
        if (NOUNS.stream().noneMatch(noun -> text.has(noun, from - noun.length))) {
            return Optional.empty();
        }
        String word = text.word(from);
        boolean closing = from + word.length() == text.size();
        if (closing && HOMOPHONES.containsKey(word)) {
            return firm(HOMOPHONES.get(word), text.size());
        }
        return Numeral.at(text, from)
                .filter(numeral -> !isOneOf(NOT_COUNTED, text, numeral.end()))
                .flatMap(
                        numeral ->
                                firm(
                                        numeral.value(),
                                        numeral.end() + (isCounter(text, numeral.end()) ? 1 : 0)));
    }

    /// 三条, and 三号任务; but 三个 is how many.
    private static Optional<Ordinal> beforeCounter(SpokenText text, int from) {
        return Numeral.at(text, from)
                .filter(
                        numeral ->
                                text.has(ITEM, numeral.end())
                                        || (text.has(NUMBER, numeral.end())
                                                && isNounAt(text, numeral.end() + 1)))
                .flatMap(numeral -> firm(numeral.value(), numeral.end() + 1));
    }

    private static Optional<Ordinal> prefixed(SpokenText text, int from) {
        String word = text.word(from);
        return PREFIXES.contains(word)
                ? Numeral.at(text, from + word.length())
                        .flatMap(numeral -> firm(numeral.value(), numeral.end()))
                : Optional.empty();
    }

    private static Optional<Ordinal> english(SpokenText text, int from) {
        String word = text.word(from);
        int number = ENGLISH.indexOf(word) + 1;
        if (number > 0) {
            return Optional.of(englishFrom(text, from, nth(number), from + word.length()));
        }
        if (!Character.isDigit(text.at(from))) {
            return Optional.empty();
        }
        return Numeral.at(text, from)
                .filter(numeral -> SUFFIXES.contains(text.word(numeral.end())))
                .map(numeral -> englishFrom(text, from, nth(numeral.value()), numeral.end() + 2));
    }

    private static Optional<Ordinal> last(SpokenText text, int from) {
        int end = LAST.endAt(text, from);
        if (end > from) {
            return Optional.of(new Ordinal(new VoiceTarget.Place.Last(), end, true));
        }
        String word = text.word(from);
        return word.equals("last")
                ? Optional.of(
                                englishFrom(
                                        text,
                                        from,
                                        new VoiceTarget.Place.Last(),
                                        from + word.length()))
                        .filter(Ordinal::firm)
                : Optional.empty();
    }

    /// "second" is firm in "second task", "second one", "task second" and "the second".
    private static Ordinal englishFrom(
            SpokenText text, int from, VoiceTarget.Place place, int end) {
        String after = text.word(end);
        if (PRONOUNS.contains(after)) {
            return new Ordinal(place, end + after.length(), true);
        }
        boolean named =
                isNounAt(text, end)
                        || text.has("the".codePoints().toArray(), from - 3)
                        || text.has("task".codePoints().toArray(), from - 4);
        return new Ordinal(place, end, named);
    }

    private static boolean isCounter(SpokenText text, int at) {
        return isOneOf(COUNTERS, text, at);
    }

    private static boolean isNounAt(SpokenText text, int at) {
        return NOUNS.stream().anyMatch(noun -> text.has(noun, at));
    }

    private static boolean isOneOf(String characters, SpokenText text, int at) {
        return at < text.size() && characters.indexOf(text.at(at)) >= 0;
    }

    private static Optional<Ordinal> firm(int number, int end) {
        return Optional.of(new Ordinal(nth(number), end, true));
    }

    private static VoiceTarget.Place nth(int number) {
        return new VoiceTarget.Place.Nth(number);
    }
}
