package dev.supie.adapter.out.llm;

import com.fasterxml.jackson.databind.json.JsonMapper;

import dev.supie.adapter.out.service.ServiceEndpoint;
import dev.supie.application.conversation.port.ModelEvent;
import dev.supie.domain.conversation.Trouble;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Of a reply that is one JSON object, from a server that does not know of streams.
final class WholeReader implements ReplyReader {

    private final JsonMapper json;
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();

    WholeReader(JsonMapper json) {
        this.json = json;
    }

    @Override
    public List<ModelEvent> more(ByteBuffer bytes) {
        if (body.size() + bytes.remaining() > ServiceEndpoint.BODY_BYTES_MAX) {
            return List.of(
                    new ModelEvent.Failed(Trouble.BROKEN, "the answer is larger than any may be"));
        }
        byte[] chunk = new byte[bytes.remaining()];
        bytes.get(chunk);
        body.writeBytes(chunk);
        return List.of();
    }

    @Override
    public List<ModelEvent> end() {
        return switch (ChatAnswer.of(body.toString(StandardCharsets.UTF_8), json)) {
            case ChatAnswer.Unusable(String reason) ->
                    List.of(new ModelEvent.Failed(Trouble.BROKEN, reason));
            case ChatAnswer.Content(String text, boolean cut, _) ->
                    List.of(
                            new ModelEvent.Piece(text),
                            cut ? new ModelEvent.CutShort() : new ModelEvent.Ended());
        };
    }
}
