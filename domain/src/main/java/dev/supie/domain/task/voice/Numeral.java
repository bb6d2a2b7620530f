package dev.supie.domain.task.voice;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A number in a sentence: in digits, in Chinese or in English, up to [#VALUE_MAX].
///
/// @param end behind its last letter
record Numeral(int value, int end) {

    /// No list is that long; a larger number counts as this one.
    static final int VALUE_MAX = 9999;

    private static final int DIGITS_MAX = 9;

    private static final String CHINESE_DIGITS = "零一二三四五六七八九";
    private static final Map<Integer, Integer> OTHER_DIGITS = Map.of((int) '〇', 0, (int) '两', 2);
    private static final int TEN = '十';
    private static final int HUNDRED = '百';

    private static final List<String> SMALL =
            List.of(
                    "zero",
                    "one",
                    "two",
                    "three",
                    "four",
                    "five",
                    "six",
                    "seven",
                    "eight",
                    "nine",
                    "ten",
                    "eleven",
                    "twelve",
                    "thirteen",
                    "fourteen",
                    "fifteen",
                    "sixteen",
                    "seventeen",
                    "eighteen",
                    "nineteen");

    private static final List<String> TENS =
            List.of("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety");

    /// The number that begins here.
    static Optional<Numeral> at(SpokenText text, int from) {
        if (from >= text.size() || !text.isEdge(from)) {
            return Optional.empty();
        }
        if (Character.isDigit(text.at(from))) {
            return Optional.of(digits(text, from));
        }
        return chinese(text, from).or(() -> english(text, from));
    }

    private static Numeral digits(SpokenText text, int from) {
        int end = text.nextEdge(from);
        if (end - from > DIGITS_MAX) {
            return new Numeral(VALUE_MAX, end);
        }
        int value = 0;
        for (int at = from; at < end; at++) {
            value = value * 10 + Character.digit(text.at(at), 10);
        }
        return new Numeral(Math.min(value, VALUE_MAX), end);
    }

    /// 十二, 二十, 一百零五; without units digit by digit, as 一二 is said for 12.
    private static Optional<Numeral> chinese(SpokenText text, int from) {
        int end = from;
        boolean units = false;
        while (end < text.size() && end - from <= DIGITS_MAX && isChinese(text.at(end))) {
            units |= text.at(end) == TEN || text.at(end) == HUNDRED;
            end++;
        }
        if (end == from) {
            return Optional.empty();
        }
        int[] letters = text.points(from, end);
        int value =
                letters.length > DIGITS_MAX ? VALUE_MAX : units ? united(letters) : row(letters);
        return Optional.of(new Numeral(Math.min(value, VALUE_MAX), end));
    }

    private static int row(int[] letters) {
        int value = 0;
        for (int letter : letters) {
            value = value * 10 + digit(letter);
        }
        return value;
    }

    private static int united(int[] letters) {
        int sum = 0;
        int count = 0;
        boolean counted = false;
        for (int letter : letters) {
            if (letter == TEN || letter == HUNDRED) {
                sum += (counted && count > 0 ? count : 1) * (letter == TEN ? 10 : 100);
                count = 0;
                counted = false;
            } else {
                count = digit(letter);
                counted = true;
            }
        }
        return sum + count;
    }

    private static boolean isChinese(int letter) {
        return letter == TEN || letter == HUNDRED || digit(letter) >= 0;
    }

    private static int digit(int letter) {
        return OTHER_DIGITS.getOrDefault(letter, CHINESE_DIGITS.indexOf(letter));
    }

    private static Optional<Numeral> english(SpokenText text, int from) {
        String word = text.word(from);
        int end = from + word.codePointCount(0, word.length());
        int small = SMALL.indexOf(word);
        if (small >= 0) {
            return Optional.of(new Numeral(small, end));
        }
        int tens = TENS.indexOf(word);
        if (tens < 0) {
            return Optional.empty();
        }
        int value = (tens + 2) * 10;
        String unit = text.word(end);
        int ones = SMALL.indexOf(unit);
        return Optional.of(
                ones >= 1 && ones <= 9
                        ? new Numeral(value + ones, end + unit.length())
                        : new Numeral(value, end));
    }
}
