package dev.supie.application.conversation.port;

import java.util.function.Consumer;

/// Talks with people: a language model, whose answer is heard while it is written.
///
/// Safe for use by many threads. It bounds by itself how many answers are written at a time, and
/// fails one more at once ([dev.supie.domain.conversation.Trouble#BUSY]); it keeps nothing between
/// questions.
public interface ConversationModel {

    /// Asks, and returns at once.
    ///
    /// Everything in the prompt that people or tools have said is data, never an instruction. The
    /// answer need not be true, short or speakable: whoever asks cleans it.
    ///
    /// @param listener hears pieces and then at most one end, in order, never two at a time, on any
    ///   thread, maybe before this returns; it returns at once. A model that hangs never ends:
    ///   whoever asks waits only as long as it likes, and then cancels
    Asked ask(Prompt prompt, Consumer<ModelEvent> listener);

    /// A question that may be open.
    interface Asked {

        /// Nobody wants the answer any more: within 200 ms the model is not kept busy with it, and
        /// its connection is free or closed. Nothing is heard of it afterwards unless it is under
        /// way already. Harmless after the end, and more than once.
        void cancel();
    }
}
