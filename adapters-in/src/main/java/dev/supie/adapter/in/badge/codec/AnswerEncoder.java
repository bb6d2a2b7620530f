package dev.supie.adapter.in.badge.codec;

import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.supie.application.connection.port.BadgeMessage.Face;
import dev.supie.application.connection.port.BadgeMessage.SentenceStart;
import dev.supie.application.connection.port.BadgeMessage.SpeechStart;
import dev.supie.application.connection.port.BadgeMessage.SpeechStop;
import dev.supie.domain.kernel.SessionId;

import java.util.Locale;

/// What goes along with the sound of an answer, in its wire form (CHAT-1).
final class AnswerEncoder {

    private static final String SPEECH = "tts";
    private static final String FACE = "llm";

    private AnswerEncoder() {}

    static ObjectNode start(SpeechStart start) {
        return of(start.session(), speech("start"));
    }

    static ObjectNode sentence(SentenceStart sentence) {
        return of(sentence.session(), speech("sentence_start").put("text", sentence.text()));
    }

    static ObjectNode stop(SpeechStop stop) {
        return of(stop.session(), speech("stop"));
    }

    static ObjectNode face(Face face) {
        ObjectNode message =
                MessageEncoder.typed(FACE)
                        .put("emotion", face.emotion().name().toLowerCase(Locale.ROOT));
        if (!face.text().isEmpty()) {
            message.put("text", face.text());
        }
        return of(face.session(), message);
    }

    private static ObjectNode speech(String state) {
        return MessageEncoder.typed(SPEECH).put("state", state);
    }

    private static ObjectNode of(SessionId session, ObjectNode message) {
        return message.put("session_id", session.value());
    }
}
