package dev.supie.domain.conversation;

import dev.supie.domain.speaking.Emotion;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/// Which face goes with a sentence. An emoji says it best; without one, certain words do; without
/// either the face stays neutral. Pure.
public final class EmotionRules {

    private static final Map<Integer, Emotion> EMOJI =
            Map.ofEntries(
                    Map.entry(0x1F642, Emotion.HAPPY),
                    Map.entry(0x1F60A, Emotion.HAPPY),
                    Map.entry(0x1F600, Emotion.HAPPY),
                    Map.entry(0x1F389, Emotion.HAPPY),
                    Map.entry(0x1F606, Emotion.LAUGHING),
                    Map.entry(0x1F604, Emotion.LAUGHING),
                    Map.entry(0x1F602, Emotion.FUNNY),
                    Map.entry(0x1F923, Emotion.FUNNY),
                    Map.entry(0x1F614, Emotion.SAD),
                    Map.entry(0x1F622, Emotion.SAD),
                    Map.entry(0x1F620, Emotion.ANGRY),
                    Map.entry(0x1F621, Emotion.ANGRY),
                    Map.entry(0x1F62D, Emotion.CRYING),
                    Map.entry(0x1F60D, Emotion.LOVING),
                    Map.entry(0x2764, Emotion.LOVING),
                    Map.entry(0x1F633, Emotion.EMBARRASSED),
                    Map.entry(0x1F605, Emotion.EMBARRASSED),
                    Map.entry(0x1F62F, Emotion.SURPRISED),
                    Map.entry(0x1F62E, Emotion.SURPRISED),
                    Map.entry(0x1F631, Emotion.SHOCKED),
                    Map.entry(0x1F914, Emotion.THINKING),
                    Map.entry(0x1F609, Emotion.WINKING),
                    Map.entry(0x1F60E, Emotion.COOL),
                    Map.entry(0x1F60C, Emotion.RELAXED),
                    Map.entry(0x1F60B, Emotion.DELICIOUS),
                    Map.entry(0x1F924, Emotion.DELICIOUS),
                    Map.entry(0x1F618, Emotion.KISSY),
                    Map.entry(0x1F60F, Emotion.CONFIDENT),
                    Map.entry(0x1F4AA, Emotion.CONFIDENT),
                    Map.entry(0x1F634, Emotion.SLEEPY),
                    Map.entry(0x1F62A, Emotion.SLEEPY),
                    Map.entry(0x1F61C, Emotion.SILLY),
                    Map.entry(0x1F61D, Emotion.SILLY),
                    Map.entry(0x1F644, Emotion.CONFUSED),
                    Map.entry(0x1F615, Emotion.CONFUSED));

    /// The first row that has a word of the sentence wins.
    private static final List<Words> WORDS =
            List.of(
                    new Words(
                            Emotion.SAD, "对不起", "抱歉", "遗憾", "难过", "sorry", "unfortunately", "sad"),
                    new Words(Emotion.CONFUSED, "不确定", "不知道", "不太明白", "not sure", "don't know"),
                    new Words(Emotion.THINKING, "让我想想", "想一想", "let me think", "let me see"),
                    new Words(Emotion.LAUGHING, "哈哈", "嘻嘻", "haha"),
                    new Words(Emotion.FUNNY, "笑话", "好笑", "a joke", "funny"),
                    new Words(Emotion.SURPRISED, "哇", "居然", "没想到", "wow", "amazing"),
                    new Words(Emotion.DELICIOUS, "好吃", "美味", "delicious", "tasty"),
                    new Words(Emotion.CONFIDENT, "没问题", "加油", "you can do it", "no problem"),
                    new Words(Emotion.SLEEPY, "晚安", "good night"),
                    new Words(
                            Emotion.HAPPY,
                            "太好了",
                            "恭喜",
                            "很高兴",
                            "谢谢",
                            "congratulations",
                            "great",
                            "glad",
                            "happy",
                            "thank you"));

    private EmotionRules() {}

    private record Words(Emotion emotion, List<String> words) {

        Words(Emotion emotion, String... words) {
            this(emotion, List.of(words));
        }

        boolean isIn(String text) {
            return words.stream().anyMatch(word -> has(text, word));
        }

        /// An English word counts only as a whole; Chinese has no spaces to tell.
        private static boolean has(String text, String word) {
            for (int at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
                if (word.charAt(0) > 'z' || isWhole(text, at, at + word.length())) {
                    return true;
                }
            }
            return false;
        }

        private static boolean isWhole(String text, int start, int end) {
            return (start == 0 || !Character.isLetter(text.charAt(start - 1)))
                    && (end == text.length() || !Character.isLetter(text.charAt(end)));
        }
    }

    /// The face of a sentence as its model wrote it.
    public static Emotion of(String sentence) {
        return sentence.codePoints()
                .mapToObj(EMOJI::get)
                .filter(Objects::nonNull)
                .findFirst()
                .orElseGet(() -> byWords(sentence.toLowerCase(Locale.ROOT)));
    }

    private static Emotion byWords(String text) {
        return WORDS.stream()
                .filter(row -> row.isIn(text))
                .map(Words::emotion)
                .findFirst()
                .orElse(Emotion.NEUTRAL);
    }
}
