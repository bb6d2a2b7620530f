package dev.supie.bootstrap.server;

import dev.supie.application.conversation.port.ConversationModel;
import dev.supie.application.conversation.port.ModelEvent;
import dev.supie.application.conversation.port.Prompt;

import java.util.function.Consumer;

/// Asks the model that `llm_by_mode` has for the mode in which something was said.
record ModelsByMode(ConversationModel chat, ConversationModel working)
        implements ConversationModel {

    @Override
    public Asked ask(Prompt prompt, Consumer<ModelEvent> listener) {
        return switch (prompt.mode()) {
            case CHAT, CODING, MEETING -> chat.ask(prompt, listener);
            case WORKING -> working.ask(prompt, listener);
        };
    }
}
