package dev.supie.bootstrap.server;

import dev.supie.adapter.out.llm.HttpConversationModel;
import dev.supie.application.conversation.port.ConversationModel;
import dev.supie.application.conversation.port.ModelEvent;
import dev.supie.application.conversation.port.Prompt;
import dev.supie.bootstrap.reload.Clients;

import java.util.function.Consumer;

/// One question to a model, which is used until its answer has ended or nobody wants it any more
/// (CFG-3).
final class LeasedTalk {

    private LeasedTalk() {}

    static ConversationModel.Asked ask(
            Clients.Lease<HttpConversationModel> lease,
            Prompt prompt,
            Consumer<ModelEvent> listener) {
        ConversationModel.Asked asked;
        try {
            asked = lease.client().ask(prompt, event -> hear(event, lease, listener));
        } catch (RuntimeException notAsked) {
            lease.end();
            throw notAsked;
        }
        return () -> {
            asked.cancel();
            lease.end();
        };
    }

    private static void hear(
            ModelEvent event,
            Clients.Lease<HttpConversationModel> lease,
            Consumer<ModelEvent> listener) {
        try {
            listener.accept(event);
        } finally {
            if (isEnd(event)) {
                lease.end();
            }
        }
    }

    private static boolean isEnd(ModelEvent event) {
        return switch (event) {
            case ModelEvent.Piece _ -> false;
            case ModelEvent.Ended _,
                    ModelEvent.CutShort _,
                    ModelEvent.Failed _,
                    ModelEvent.ToolsAsked _ ->
                    true;
        };
    }
}
