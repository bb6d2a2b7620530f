package dev.supie.application.speech.port;

import java.util.Locale;

/// A spoken language by its ISO 639 code of two or three letters, in lower case: `en`, `zh`, `yue`.
public record LanguageTag(String code) {

    private static final int LETTERS_MIN = 2;
    private static final int LETTERS_MAX = 3;

    public LanguageTag {
        boolean letters = code.chars().allMatch(letter -> letter >= 'a' && letter <= 'z');
        if (!letters || code.length() < LETTERS_MIN || code.length() > LETTERS_MAX) {
            throw new IllegalArgumentException("no language code: " + code);
        }
    }

    /// The language of a longer tag such as `zh-CN` or `en_US`.
    public static LanguageTag of(String tag) {
        return new LanguageTag(tag.strip().split("[-_]", 2)[0].toLowerCase(Locale.ROOT));
    }

    @Override
    public String toString() {
        return code;
    }
}
