package dev.supie.bootstrap.rules;

import dev.supie.bootstrap.config.ConversationConfig;
import dev.supie.bootstrap.config.LanguageModelConfig;
import dev.supie.domain.connection.TalkPhrases;
import dev.supie.domain.connection.TalkRules;
import dev.supie.domain.conversation.ConversationSettings;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Optional;

/// The rules of conversation, from their configuration.
public final class TalkingRules {

    private TalkingRules() {}

    /// @param inMeetings whether also what is said in a meeting is answered
    public static TalkRules of(ConversationConfig config, boolean inMeetings) {
        return new TalkRules(phrases(config), inMeetings);
    }

    /// @param model the one that is asked most patiently, if there is one
    public static ConversationSettings settings(
            ConversationConfig config, Optional<LanguageModelConfig> model, ZoneOffset offset) {
        ConversationSettings usual = ConversationSettings.DEFAULTS;
        Duration patience = model.map(LanguageModelConfig::timeout).orElse(usual.turnWithin());
        return new ConversationSettings(
                model.isPresent(),
                config.greeting(),
                phrases(config),
                offset,
                shorter(usual.firstPieceWithin(), patience),
                longer(usual.turnWithin(), patience));
    }

    private static TalkPhrases phrases(ConversationConfig config) {
        return TalkPhrases.of(config.wakeWords(), config.exitWords(), config.forgetWords());
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }
}
