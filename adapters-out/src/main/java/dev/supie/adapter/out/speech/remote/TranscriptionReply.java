package dev.supie.adapter.out.speech.remote;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

import dev.supie.adapter.out.service.CallFailure;

/// What was said, taken out of the answer to a transcription. Pure.
final class TranscriptionReply {

    private static final JsonMapper JSON = new JsonMapper();

    private TranscriptionReply() {}

    /// The text; empty if there were no words.
    static String text(String body) throws CallFailure {
        JsonNode reply;
        try {
            reply = JSON.readTree(body);
        } catch (JsonProcessingException _) {
            throw broken("the answer is not JSON; check that base_url is a speech service");
        }
        JsonNode text = reply.path("text");
        if (!text.isTextual()) {
            throw broken("the answer has no text in it; check that base_url is a speech service");
        }
        String clean = SpokenText.clean(text.textValue());
        if (clean.length() > SpokenText.CHARS_MAX) {
            throw broken("the answer is too long for what was said");
        }
        return clean;
    }

    private static CallFailure broken(String reason) {
        return new CallFailure.Permanent(CallFailure.Kind.BROKEN, reason);
    }
}
