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
        ConversationModel.Asked asked =
                lease.client()
                        .ask(
                                prompt,
                                event -> {
                                    listener.accept(event);
                                    if (isEnd(event)) {
                                        lease.end();
                                    }
                                });
        return () -> {
            asked.cancel();
            lease.end();
        };
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
