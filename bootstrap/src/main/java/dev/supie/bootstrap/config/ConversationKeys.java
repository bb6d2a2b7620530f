package dev.supie.bootstrap.config;

import dev.supie.domain.connection.TalkPhrases;

import java.util.List;

/// The keys of the section `conversation`.
final class ConversationKeys {

    static final Setting<Boolean> GREETING =
            new Setting<>("conversation.greeting", new FlagKind(), false);
    static final Setting<List<String>> WAKE_WORDS = phrases("wake_words", List.of());
    static final Setting<List<String>> EXIT_WORDS =
            phrases("exit_words", TalkPhrases.USUAL_EXIT_WORDS);
    static final Setting<List<String>> FORGET_WORDS =
            phrases("forget_words", TalkPhrases.USUAL_FORGET_WORDS);

    private ConversationKeys() {}

    private static Setting<List<String>> phrases(String name, List<String> usual) {
        return new Setting<>(
                "conversation." + name, PhraseSettings.phrases("[goodbye, 再见]"), usual);
    }

    static List<Setting<?>> all() {
        return List.of(GREETING, WAKE_WORDS, EXIT_WORDS, FORGET_WORDS);
    }

    static ConversationConfig taken(Values values) {
        return new ConversationConfig(
                values.take(GREETING),
                values.take(WAKE_WORDS),
                values.take(EXIT_WORDS),
                values.take(FORGET_WORDS));
    }
}
