package dev.supie.adapter.out.llm;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// Finds a title in what was said: the subject somebody announced, or the words that come up most,
/// or the beginning of the most telling sentence. Never more than [#CHARS_MAX] characters.
final class ExtractiveTitle {

    static final int CHARS_MAX = 60;

    /// Stands between keywords.
    static final String KEYWORD_JOINT = " · ";

    static final String NO_TEXT_CHINESE = "会议没有文字记录";
    static final String NO_TEXT_ENGLISH = "Meeting without a transcript";

    private static final int KEYWORDS_MAX = 3;
    private static final int SUBJECT_CHARS_MIN = 4;

    /// `三件事：` in front of the subjects themselves.
    private static final int COUNT_CHARS_MAX = 14;

    private static final String EDGES = " \t,，、:：;；.。!！?？…-—";

    private final String language;

    /// @param language `zh` or `en`; a title in it is preferred
    ExtractiveTitle(String language) {
        this.language = language;
    }

    /// @param previous the title of the notes so far, may be empty. It stays if it was an announced
    ///   subject or somebody else's work; one made for want of that is made anew
    /// @param best the sentences chosen as bullets
    String of(String previous, List<Sentence> sentences, List<Sentence> best) {
        if (!previous.isBlank() && !isMakeshift(previous, sentences)) {
            return previous;
        }
        return announced(sentences, true)
                .or(() -> keywords(sentences))
                .or(() -> announced(sentences, false))
                .or(
                        () ->
                                Stream.concat(best.stream(), sentences.stream())
                                        .findFirst()
                                        .map(sentence -> shortened(sentence.text())))
                .orElse(language.equals("zh") ? NO_TEXT_CHINESE : NO_TEXT_ENGLISH);
    }

    private static boolean isMakeshift(String title, List<Sentence> sentences) {
        return title.contains(KEYWORD_JOINT)
                || title.equals(NO_TEXT_CHINESE)
                || title.equals(NO_TEXT_ENGLISH)
                || sentences.stream()
                        .filter(Sentence::noted)
                        .anyMatch(line -> title.equals(shortened(line.text())));
    }

    private Optional<String> announced(List<Sentence> sentences, boolean inLanguage) {
        return sentences.stream()
                .filter(sentence -> sentence.cues().topicStart() >= 0)
                .map(sentence -> subject(sentence.text().substring(sentence.cues().topicStart())))
                .filter(subject -> subject.length() >= SUBJECT_CHARS_MIN)
                .filter(subject -> isInLanguage(subject) == inLanguage)
                .findFirst();
    }

    private static String subject(String announcement) {
        String subject = trimmed(announcement);
        int colon = Math.max(subject.indexOf('：'), subject.indexOf(':'));
        boolean counts = colon >= 0 && colon <= COUNT_CHARS_MAX;
        return capitalised(shortened(counts ? subject.substring(colon + 1) : subject));
    }

    private static String capitalised(String text) {
        if (text.isEmpty()) {
            return text;
        }
        int end = text.offsetByCodePoints(0, 1);
        return text.substring(0, end).toUpperCase(Locale.ROOT) + text.substring(end);
    }

    private boolean isInLanguage(String text) {
        return language.equals("zh") == text.codePoints().anyMatch(Words::isIdeograph);
    }

    private Optional<String> keywords(List<Sentence> sentences) {
        List<String> keywords = Keywords.of(sentences, language, KEYWORDS_MAX);
        String joined = String.join(KEYWORD_JOINT, keywords);
        boolean enough = keywords.size() > 1 && joined.length() <= CHARS_MAX;
        return enough ? Optional.of(joined) : Optional.empty();
    }

    /// Cut at a comma or space if one is not too far back, without marks at its edges.
    private static String shortened(String text) {
        String whole = trimmed(text);
        if (whole.length() <= CHARS_MAX) {
            return whole.isEmpty() ? text.strip() : whole;
        }
        int end = CHARS_MAX - 1;
        for (int i = end; i > CHARS_MAX / 2; i--) {
            if (EDGES.indexOf(whole.charAt(i)) >= 0) {
                end = i;
                break;
            }
        }
        if (Character.isHighSurrogate(whole.charAt(end - 1))) {
            end--;
        }
        return trimmed(whole.substring(0, end)) + "…";
    }

    private static String trimmed(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && EDGES.indexOf(text.charAt(start)) >= 0) {
            start++;
        }
        while (end > start && EDGES.indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        return text.substring(start, end);
    }
}
