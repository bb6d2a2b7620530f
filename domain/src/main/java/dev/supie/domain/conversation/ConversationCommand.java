package dev.supie.domain.conversation;

/// Everything that can happen in a conversation.
public sealed interface ConversationCommand {

    /// What the wearer, or the connection for the wearer, wants; it ends what is going on.
    sealed interface Wish extends ConversationCommand {}

    /// Something was said, or typed.
    record Said(String text) implements Wish {}

    /// LIS-7.
    record Abort() implements Wish {}

    /// Nothing more is to be said: the mode is another one, or the connection has ended.
    record Hush() implements Wish {}

    /// There is voice while the badge listens all the time (CHAT-1, T21).
    record VoiceHeard() implements ConversationCommand {}

    /// What comes of a question to the model.
    sealed interface FromModel extends ConversationCommand {
        long ticket();
    }

    record Piece(long ticket, String text) implements FromModel {}

    /// The answer is whole.
    record Ended(long ticket) implements FromModel {}

    /// The model had to stop before it was done.
    record CutShort(long ticket) implements FromModel {}

    record Failed(long ticket, Trouble trouble) implements FromModel {}

    /// The model wants tools before it goes on.
    record ToolsAsked(long ticket) implements FromModel {}

    /// All tools of the round have answered, each in its way.
    record ToolsAnswered(long ticket) implements ConversationCommand {}

    /// What comes of the wish that everything is forgotten.
    sealed interface FromStore extends ConversationCommand {
        long ticket();
    }

    record Forgotten(long ticket) implements FromStore {}

    record NotForgotten(long ticket) implements FromStore {}

    /// How speaking an answer has ended.
    sealed interface FromMouth extends ConversationCommand {
        long turn();
    }

    record Spoken(long turn) implements FromMouth {}

    record Silenced(long turn) implements FromMouth {}

    /// It may be time for something.
    record DeadlineReached() implements ConversationCommand {}
}
