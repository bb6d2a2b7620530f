package dev.supie.bootstrap.config;

import java.util.List;

/// How badges talk with their wearers (CHAT-1, CHAT-2).
///
/// @param greeting `conversation.greeting`: whether a wake word is answered
/// @param wakeWords `conversation.wake_words`: beside those that firmware has built in
/// @param exitWords `conversation.exit_words`: what ends a connection politely
/// @param forgetWords `conversation.forget_words`: what has everything forgotten
public record ConversationConfig(
        boolean greeting,
        List<String> wakeWords,
        List<String> exitWords,
        List<String> forgetWords) {

    public ConversationConfig {
        wakeWords = List.copyOf(wakeWords);
        exitWords = List.copyOf(exitWords);
        forgetWords = List.copyOf(forgetWords);
    }
}
