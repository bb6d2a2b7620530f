package dev.supie.adapter.out.llm;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

import dev.supie.application.conversation.port.ModelEvent;
import dev.supie.domain.conversation.Trouble;

import java.util.ArrayList;
import java.util.List;

/// The model's words, taken out of the events of a stream, one after the other. It takes what
/// servers do: chunks without choices, content that is null or absent, fields that nobody knows, an
/// error among the chunks, and an end without `[DONE]`. Not safe for use by many threads.
final class StreamedChoice {

    static final String DONE = "[DONE]";

    private final JsonMapper json;
    private final ToolCallAssembly tools = new ToolCallAssembly();
    private boolean said;
    private boolean over;

    StreamedChoice(JsonMapper json) {
        this.json = json;
    }

    /// What an event comes to; nothing after the first end.
    List<ModelEvent> read(String data) {
        if (over || data.isBlank()) {
            return List.of();
        }
        if (data.strip().equals(DONE)) {
            return ended("stop");
        }
        try {
            return chunk(json.readTree(data));
        } catch (JsonProcessingException _) {
            return failed("a piece of the answer is not JSON");
        }
    }

    /// The stream is over. Without a finish reason nobody knows whether that was everything.
    List<ModelEvent> end() {
        return over ? List.of() : failed("the answer broke off");
    }

    private List<ModelEvent> chunk(JsonNode chunk) {
        if (chunk.hasNonNull("error")) {
            return failed("the server reported an error in the middle of the answer");
        }
        JsonNode choice = chunk.path("choices").path(0);
        List<ModelEvent> events = new ArrayList<>();
        String text = text(choice.path("delta").path("content"));
        if (!text.isEmpty()) {
            said = true;
            events.add(new ModelEvent.Piece(text));
        }
        if (!tools.add(choice.path("delta").path("tool_calls"))) {
            return failed("the model asks for more tools than it may");
        }
        String finish = choice.path("finish_reason").asText("");
        if (!finish.isEmpty() && !finish.equals("null")) {
            events.addAll(ended(finish));
        }
        return events;
    }

    /// Some servers call the end of a call of tools just `stop`.
    private List<ModelEvent> ended(String finish) {
        over = true;
        if (!tools.isEmpty()) {
            return List.of(new ModelEvent.ToolsAsked(tools.requests()));
        }
        boolean cut = finish.equals("length") || finish.equals("content_filter");
        return List.of(said && cut ? new ModelEvent.CutShort() : new ModelEvent.Ended());
    }

    private List<ModelEvent> failed(String reason) {
        over = true;
        return List.of(new ModelEvent.Failed(Trouble.BROKEN, reason));
    }

    /// Some servers give the content as a list of parts.
    private static String text(JsonNode content) {
        if (!content.isArray()) {
            return content.isTextual() ? content.textValue() : "";
        }
        var text = new StringBuilder();
        content.forEach(part -> text.append(part.path("text").asText("")));
        return text.toString();
    }
}
