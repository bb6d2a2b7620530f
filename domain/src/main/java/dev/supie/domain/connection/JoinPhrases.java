package dev.supie.domain.connection;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The spoken way into the meeting of another badge: one of these phrases, then six digits, and
/// nothing else; so talking about joining joins nothing. A digit may be a figure, a Chinese numeral
/// or an English word, with or without spaces between.
///
/// @param openings what comes before the digits, in letters and digits alone
public record JoinPhrases(Set<String> openings) {

    /// What is understood unless the configuration says something else.
    public static final List<String> USUAL =
            List.of("加入会议", "进入会议", "参加会议", "join meeting", "join the meeting");

    public static final JoinPhrases DEFAULTS = of(USUAL);

    private static final int DIGITS = 6;

    private static final String CHINESE = "零一二三四五六七八九";

    /// Other ways to say a digit; none of them begins with another one.
    private static final Map<String, Integer> WORDS =
            Map.ofEntries(
                    Map.entry("〇", 0),
                    Map.entry("幺", 1),
                    Map.entry("两", 2),
                    Map.entry("zero", 0),
                    Map.entry("oh", 0),
                    Map.entry("one", 1),
                    Map.entry("two", 2),
                    Map.entry("three", 3),
                    Map.entry("four", 4),
                    Map.entry("five", 5),
                    Map.entry("six", 6),
                    Map.entry("seven", 7),
                    Map.entry("eight", 8),
                    Map.entry("nine", 9));

    public JoinPhrases {
        openings = Set.copyOf(openings);
    }

    public static JoinPhrases of(List<String> phrases) {
        Set<String> openings = new HashSet<>();
        phrases.forEach(phrase -> openings.add(ModePhrases.letters(phrase)));
        openings.remove("");
        return new JoinPhrases(openings);
    }

    /// The six digits of a text that asks to join.
    public Optional<String> codeIn(String text) {
        if (text.length() > ModePhrases.CHARS_MAX) {
            return Optional.empty();
        }
        String said = ModePhrases.letters(text);
        return openings.stream()
                .filter(said::startsWith)
                .flatMap(opening -> sixDigits(said.substring(opening.length())).stream())
                .findFirst();
    }

    private static Optional<String> sixDigits(String said) {
        StringBuilder digits = new StringBuilder();
        int at = 0;
        while (at < said.length() && digits.length() < DIGITS) {
            int digit = digitAt(said, at);
            if (digit >= 0) {
                digits.append(digit);
                at += Character.charCount(said.codePointAt(at));
            } else {
                String rest = said.substring(at);
                Optional<String> word =
                        WORDS.keySet().stream().filter(rest::startsWith).findFirst();
                if (word.isEmpty()) {
                    return Optional.empty();
                }
                digits.append(WORDS.get(word.get()));
                at += word.get().length();
            }
        }
        return at == said.length() && digits.length() == DIGITS
                ? Optional.of(digits.toString())
                : Optional.empty();
    }

    /// A figure of any script, or a Chinese numeral; -1 if neither.
    private static int digitAt(String said, int at) {
        int figure = Character.digit(said.codePointAt(at), 10);
        return figure >= 0 ? figure : CHINESE.indexOf(said.codePointAt(at));
    }
}
