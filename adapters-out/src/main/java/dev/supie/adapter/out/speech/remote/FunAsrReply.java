package dev.supie.adapter.out.speech.remote;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

import java.util.Optional;

/// One message of a FunASR service. Pure.
///
/// @param text empty if there is none
/// @param flag `is_final`: some versions mean by it that the speaker is still speaking, others that
///   this was the last message, so it tells something only by changing
/// @param last `is_end`, which newer versions say in the last message
record FunAsrReply(Kind kind, String text, Optional<Boolean> flag, boolean last) {

    /// What is said, going by `mode`.
    enum Kind {
        /// More of the first guess.
        GUESS,
        /// A corrected sentence.
        SENTENCE,
        /// Nothing about words.
        OTHER,
        /// The service could not do it.
        TROUBLE
    }

    private static final JsonMapper JSON = new JsonMapper();

    /// Empty if it makes no sense.
    static Optional<FunAsrReply> of(String message) {
        JsonNode reply;
        try {
            reply = JSON.readTree(message);
        } catch (JsonProcessingException _) {
            return Optional.empty();
        }
        if (!reply.isObject()) {
            return Optional.empty();
        }
        return Optional.of(
                new FunAsrReply(
                        kind(reply),
                        reply.path("text").asText(""),
                        Optional.of(reply.path("is_final"))
                                .filter(JsonNode::isBoolean)
                                .map(JsonNode::booleanValue),
                        reply.path("is_end").asBoolean(false)));
    }

    private static Kind kind(JsonNode reply) {
        if (reply.hasNonNull("error")) {
            return Kind.TROUBLE;
        }
        String mode = reply.path("mode").asText("");
        if (mode.endsWith("online")) {
            return Kind.GUESS;
        }
        return mode.endsWith("offline") ? Kind.SENTENCE : Kind.OTHER;
    }
}
