package dev.supie.adapter.out.llm;

import dev.supie.application.conversation.port.ModelEvent;

import java.nio.ByteBuffer;
import java.util.List;

/// Takes what a model says out of a reply that comes in bytes.
interface ReplyReader {

    List<ModelEvent> more(ByteBuffer bytes);

    /// There are no more bytes.
    List<ModelEvent> end();
}
