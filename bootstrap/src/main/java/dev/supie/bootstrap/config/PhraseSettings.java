package dev.supie.bootstrap.config;

import dev.supie.domain.connection.JoinPhrases;
import dev.supie.domain.connection.Mode;
import dev.supie.domain.connection.ModePhrases;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// The keys of the section `mode_phrases` (MODE-4).
final class PhraseSettings {

    private static final String EXAMPLE = "[working mode, 工作模式]";

    /// What is said before the code of another badge's meeting.
    static final Setting<List<String>> JOIN =
            new Setting<>("mode_phrases.join", phrases("[join meeting, 加入会议]"), JoinPhrases.USUAL);

    private PhraseSettings() {}

    /// What is said to begin this mode.
    static Setting<List<String>> of(Mode mode) {
        return new Setting<>(
                "mode_phrases." + mode.name().toLowerCase(Locale.ROOT),
                phrases(EXAMPLE),
                ModePhrases.usual(mode));
    }

    static List<Setting<?>> all() {
        return Stream.<Setting<?>>concat(
                        Arrays.stream(Mode.values()).map(PhraseSettings::of), Stream.of(JOIN))
                .toList();
    }

    static Kind<List<String>> phrases(String example) {
        return new ListKind<>(
                Texts.text(PhraseSettings::objections, "use words that people say"),
                ModePhrases.PHRASES_MAX,
                example);
    }

    private static List<Texts.Objection> objections(String phrase) {
        if (phrase.length() > ModePhrases.CHARS_MAX) {
            return List.of(
                    new Texts.Objection(
                            "is longer than " + ModePhrases.CHARS_MAX + " characters",
                            "use fewer words"));
        }
        return ModePhrases.letters(phrase).isEmpty()
                ? List.of(new Texts.Objection("has neither letters nor digits", "use words"))
                : List.of();
    }
}
