package dev.supie.domain.speaking;

import java.lang.Character.UnicodeScript;

/// The language a sentence is to be said in, as far as its letters tell. Pure.
public enum Tongue {
    ENGLISH("en"),
    CHINESE("zh"),
    JAPANESE("ja"),
    KOREAN("ko"),
    RUSSIAN("ru");

    /// An ideograph says about as much as so many letters.
    private static final int LETTERS_PER_IDEOGRAPH = 5;

    private final String code;

    Tongue(String code) {
        this.code = code;
    }

    /// By ISO 639.
    public String code() {
        return code;
    }

    /// The one that most of the text is in. A text of other letters than these counts as English.
    public static Tongue of(String text) {
        long kana = count(text, UnicodeScript.HIRAGANA) + count(text, UnicodeScript.KATAKANA);
        long ideographs = count(text, UnicodeScript.HAN);
        long hangul = count(text, UnicodeScript.HANGUL);
        long cyrillic = count(text, UnicodeScript.CYRILLIC);
        long latin = count(text, UnicodeScript.LATIN);
        if ((ideographs + kana) * LETTERS_PER_IDEOGRAPH > Math.max(latin, hangul * 2 + cyrillic)) {
            return kana > 0 ? JAPANESE : CHINESE;
        }
        if (hangul * 2 > Math.max(latin, cyrillic)) {
            return KOREAN;
        }
        return cyrillic > latin ? RUSSIAN : ENGLISH;
    }

    private static long count(String text, UnicodeScript script) {
        return text.codePoints().filter(codePoint -> UnicodeScript.of(codePoint) == script).count();
    }
}
