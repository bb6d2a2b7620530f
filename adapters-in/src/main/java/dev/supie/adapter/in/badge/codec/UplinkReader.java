package dev.supie.adapter.in.badge.codec;

import com.fasterxml.jackson.databind.JsonNode;

import dev.supie.application.speech.port.UplinkFormat;

import java.time.Duration;
import java.util.Optional;

/// What a hello says about the audio that the badge will send (T15). What it leaves out, or says in
/// numbers that no packet can have, is the usual.
final class UplinkReader {

    private UplinkReader() {}

    /// Empty if the badge wants to send something else than Opus.
    static Optional<UplinkFormat> read(FieldReader fields) {
        JsonNode snake = fields.optionalObject("audio_params");
        JsonNode camel = fields.optionalObject("audioParams");
        JsonNode format = either(snake.path("format"), camel.path("format"));
        boolean opus =
                !format.isTextual() || FieldReader.normalised(format.textValue()).equals("opus");
        return opus
                ? Optional.of(
                        packet(either(snake.path("frame_duration"), camel.path("frameDuration"))))
                : Optional.empty();
    }

    private static JsonNode either(JsonNode one, JsonNode other) {
        return FieldReader.isAbsent(one) ? other : one;
    }

    private static UplinkFormat packet(JsonNode millis) {
        if (!millis.isNumber() || !millis.canConvertToInt()) {
            return UplinkFormat.USUAL;
        }
        Duration packet = Duration.ofMillis(millis.intValue());
        boolean exists =
                packet.compareTo(UplinkFormat.PACKET_MIN) >= 0
                        && packet.compareTo(UplinkFormat.PACKET_MAX) <= 0;
        return exists ? new UplinkFormat(packet) : UplinkFormat.USUAL;
    }
}
