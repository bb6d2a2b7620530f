package dev.supie.domain.conversation;

import dev.supie.domain.speaking.Emotion;

/// What the shell must do after a decision on a conversation, in order. All are best-effort.
public sealed interface ConversationEffect {

    /// The badge makes a face; comes before the first word (CHAT-1).
    record Feel(Emotion emotion) implements ConversationEffect {}

    /// The model is asked, with what is remembered.
    record AskModel(long ticket, String question) implements ConversationEffect {}

    /// The model is asked again in the same turn, with what its tools have answered.
    record AskAgain(long ticket) implements ConversationEffect {}

    /// Nobody waits for the model any more.
    record CancelModel() implements ConversationEffect {}

    /// What the model has asked for is done.
    record RunTools(long ticket) implements ConversationEffect {}

    /// The mouth begins an answer.
    record BeginAnswer(long turn) implements ConversationEffect {}

    record SaySentence(String text) implements ConversationEffect {}

    /// No sentence follows.
    record FinishAnswer() implements ConversationEffect {}

    /// LIS-7: not a sound more.
    record Silence() implements ConversationEffect {}

    /// A question and what was said to it.
    record Remember(String question, String answer) implements ConversationEffect {}

    /// Everything that is remembered of the badge.
    record Forget(long ticket) implements ConversationEffect {}

    /// The wearer has said goodbye.
    record Leave() implements ConversationEffect {}
}
