package dev.supie.adapter.in.badge.codec;

import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.supie.application.connection.port.BadgeMessage.SpeechText;
import dev.supie.application.connection.port.BadgeMessage.SwitchText;
import dev.supie.application.connection.port.BadgeMessage.Transcription;
import dev.supie.application.connection.port.BadgeMessage.TranscriptionFailed;
import dev.supie.domain.kernel.SessionId;

import java.util.Locale;

/// The messages of speech in their wire form (LIS-4, LIS-6, MODE-3, MODE-4).
final class SpeechEncoder {

    private SpeechEncoder() {}

    static ObjectNode text(SpeechText text) {
        return of(text.session(), MessageEncoder.typed("stt").put("text", text.text()));
    }

    static ObjectNode switchText(SwitchText text) {
        return of(
                text.session(),
                MessageEncoder.typed("stt")
                        .put("text", text.text())
                        .put("intent", "mode_switch")
                        .put("target_mode", text.target().name().toLowerCase(Locale.ROOT)));
    }

    static ObjectNode transcription(Transcription told) {
        ObjectNode message =
                MessageEncoder.typed("audio")
                        .put("event", "transcription")
                        .put("text", told.text())
                        .put("ts", told.since().toEpochMilli());
        if (!told.last()) {
            message.put("final", false);
        }
        return of(told.session(), message.put("provider", told.provider()));
    }

    static ObjectNode failed(TranscriptionFailed failed) {
        return of(
                failed.session(),
                MessageEncoder.typed("audio")
                        .put("event", "transcription")
                        .put("status", "error")
                        .put("code", failed.code().name())
                        .put("reason", failed.reason())
                        .put("message", failed.message()));
    }

    static ObjectNode listenNow() {
        return MessageEncoder.typed(ListenDecoder.TYPE).put("state", "start").put("mode", "manual");
    }

    private static ObjectNode of(SessionId session, ObjectNode message) {
        return message.put("session_id", session.value());
    }
}
