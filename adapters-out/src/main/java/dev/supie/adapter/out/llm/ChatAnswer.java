package dev.supie.adapter.out.llm;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

/// The model's words, taken out of a server's reply. Pure.
sealed interface ChatAnswer {

    /// What the model wrote.
    ///
    /// @param cut whether it was stopped before it was done
    /// @param tokens as the server counts them, 0 if it does not
    record Content(String text, boolean cut, long tokens) implements ChatAnswer {}

    /// The reply has no words in it.
    ///
    /// @param reason for people, with nothing of the reply in it
    record Unusable(String reason) implements ChatAnswer {}

    static ChatAnswer of(String body, JsonMapper json) {
        if (body.isBlank()) {
            return new Unusable("the answer is empty");
        }
        JsonNode reply;
        try {
            reply = json.readTree(body);
        } catch (JsonProcessingException _) {
            return new Unusable("the answer is not JSON; check that base_url is a model server");
        }
        JsonNode choice = reply.path("choices").path(0);
        if (choice.isMissingNode()) {
            return new Unusable("the answer has no choices in it");
        }
        return content(choice, reply.path("usage").path("completion_tokens").asLong());
    }

    private static ChatAnswer content(JsonNode choice, long tokens) {
        String text = text(choice.path("message").path("content"));
        String finish = choice.path("finish_reason").asText();
        if (!text.isBlank()) {
            boolean cut = finish.equals("length") || finish.equals("content_filter");
            return new Content(text, cut, tokens);
        }
        return switch (finish) {
            case "length" -> new Unusable("the model spent all its tokens before it answered");
            case "content_filter" -> new Unusable("a content filter withheld the answer");
            default -> new Unusable("the model answered without a word");
        };
    }

    /// Some servers give the content as a list of parts.
    private static String text(JsonNode content) {
        if (!content.isArray()) {
            return content.asText("");
        }
        var text = new StringBuilder();
        content.forEach(part -> text.append(part.path("text").asText("")));
        return text.toString();
    }
}
