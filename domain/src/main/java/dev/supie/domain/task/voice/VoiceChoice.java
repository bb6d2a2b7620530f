package dev.supie.domain.task.voice;

import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/// Which of a list of open tasks a command means (WF-8).
public sealed interface VoiceChoice {

    /// @param index in the list, from 0
    record Chosen(int index) implements VoiceChoice {}

    /// There is no task left for it.
    record Empty() implements VoiceChoice {}

    /// The list is shorter than what was said.
    record Beyond(int number) implements VoiceChoice {}

    /// The words fit more than one, and nobody can guess which.
    ///
    /// @param indexes in the list, from 0
    record Several(List<Integer> indexes) implements VoiceChoice {
        public Several {
            indexes = List.copyOf(indexes);
        }
    }

    /// It was no command: its other words are no open task's title.
    record Talk() implements VoiceChoice {}

    /// An open task as far as it matters here.
    ///
    /// @param mine whether whoever speaks owns it
    record Open(String title, boolean mine) {}

    /// Letters and digits; a shorter word is in too many titles.
    int TITLE_WORDS_MIN = 2;

    /// @param open in list order (WF-6)
    static VoiceChoice among(List<Open> open, VoiceIntent intent, VoiceTarget target) {
        return switch (target) {
            case VoiceTarget.Usual _ -> usual(open, intent);
            case VoiceTarget.Titled(String words) -> titled(open, words);
            case VoiceTarget.Placed(VoiceTarget.Place place, String words) ->
                    checked(open, placed(open, place), words);
        };
    }

    /// Assign: the first that is not mine. Complete: my first, else the first.
    private static VoiceChoice usual(List<Open> open, VoiceIntent intent) {
        boolean mine = intent != VoiceIntent.ASSIGN;
        return IntStream.range(0, open.size())
                .filter(index -> open.get(index).mine() == mine)
                .mapToObj(VoiceChoice::chosen)
                .findFirst()
                .orElseGet(() -> open.isEmpty() || !mine ? new Empty() : new Chosen(0));
    }

    private static VoiceChoice placed(List<Open> open, VoiceTarget.Place place) {
        return switch (place) {
            case VoiceTarget.Place.Nth(int number) ->
                    number >= 1 && number <= open.size()
                            ? new Chosen(number - 1)
                            : new Beyond(number);
            case VoiceTarget.Place.Last _ ->
                    open.isEmpty() ? new Empty() : new Chosen(open.size() - 1);
        };
    }

    /// Other words beside a place must be of that task's title; else somebody only talks of it.
    private static VoiceChoice checked(List<Open> open, VoiceChoice placed, String words) {
        if (words.isEmpty()) {
            return placed;
        }
        return placed instanceof Chosen(int index) && isOf(open.get(index), words)
                ? placed
                : new Talk();
    }

    private static VoiceChoice titled(List<Open> open, String words) {
        List<Integer> whole = where(open, index -> letters(open.get(index)).equals(words));
        List<Integer> found =
                whole.isEmpty() ? where(open, index -> isOf(open.get(index), words)) : whole;
        return switch (found.size()) {
            case 0 -> new Talk();
            case 1 -> new Chosen(found.getFirst());
            default -> new Several(found);
        };
    }

    private static List<Integer> where(List<Open> open, IntPredicate wanted) {
        return IntStream.range(0, open.size()).filter(wanted).boxed().toList();
    }

    private static boolean isOf(Open task, String words) {
        return words.codePointCount(0, words.length()) >= TITLE_WORDS_MIN
                && letters(task).contains(words);
    }

    private static String letters(Open task) {
        return SpokenText.of(task.title()).toString();
    }

    private static VoiceChoice chosen(int index) {
        return new Chosen(index);
    }
}
