package dev.supie.bootstrap.config;

import dev.supie.domain.task.voice.VoiceIntent;
import dev.supie.domain.task.voice.VoicePhrases;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The keys of the section `workflow.phrases`: what is understood of what is said about tasks
/// (WF-8).
final class VoiceSettings {

    static final Setting<List<String>> NEGATIONS =
            phrases("negations", "[don't, 不要]", VoicePhrases.DEFAULTS.negations());

    private static final String EXAMPLE = "[claim task, \"claim {n}\", 认领任务]";

    private VoiceSettings() {}

    /// What is said to ask for this.
    static Setting<List<String>> of(VoiceIntent intent) {
        return phrases(intent.name().toLowerCase(Locale.ROOT), EXAMPLE, VoicePhrases.usual(intent));
    }

    static List<Setting<?>> all() {
        List<Setting<?>> all = new ArrayList<>();
        for (VoiceIntent intent : VoiceIntent.values()) {
            all.add(of(intent));
        }
        all.add(NEGATIONS);
        return all;
    }

    static VoicePhrases taken(Values values) {
        Map<VoiceIntent, List<String>> phrases = new EnumMap<>(VoiceIntent.class);
        for (VoiceIntent intent : VoiceIntent.values()) {
            phrases.put(intent, values.take(of(intent)));
        }
        return new VoicePhrases(phrases, values.take(NEGATIONS));
    }

    /// What asks for two things asks only for one of them, and nobody can guess which.
    static void check(VoicePhrases phrases, Values values) {
        Map<String, VoiceIntent> taken = new HashMap<>();
        for (VoiceIntent intent : VoiceIntent.values()) {
            for (String phrase : phrases.of(intent)) {
                VoiceIntent first = taken.putIfAbsent(VoicePhrases.heard(phrase), intent);
                if (first != null && first != intent) {
                    values.refuse(
                            of(intent),
                            "has " + phrase + ", which is in " + of(first).key(),
                            "leave it in one of them");
                }
            }
        }
    }

    private static Setting<List<String>> phrases(String name, String example, List<String> usual) {
        return new Setting<>(
                "workflow.phrases." + name,
                new ListKind<>(
                        Texts.text(VoiceSettings::objections, "use words that people say"),
                        VoicePhrases.PHRASES_MAX,
                        example),
                usual);
    }

    private static List<Texts.Objection> objections(String phrase) {
        if (phrase.length() > VoicePhrases.CHARS_MAX) {
            return List.of(
                    new Texts.Objection(
                            "is longer than " + VoicePhrases.CHARS_MAX + " characters",
                            "use fewer words"));
        }
        return VoicePhrases.heard(phrase).isEmpty()
                ? List.of(new Texts.Objection("has neither letters nor digits", "use words"))
                : List.of();
    }
}
