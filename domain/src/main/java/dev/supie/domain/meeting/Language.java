package dev.supie.domain.meeting;

/// The languages minutes can be written in (MTG-11).
public enum Language {
    ZH("zh"),
    EN("en");

    private final String code;

    Language(String code) {
        this.code = code;
    }

    /// As it stands in the configuration and in prompts.
    public String code() {
        return code;
    }

    /// The language that most of a text is in. One ideograph says about as much as five letters; a
    /// text of neither counts as English.
    public static Language of(String text) {
        long ideographs = text.codePoints().filter(Character::isIdeographic).count();
        long letters =
                text.codePoints()
                        .filter(c -> Character.isLetter(c) && !Character.isIdeographic(c))
                        .count();
        return ideographs * 5 > letters ? ZH : EN;
    }
}
