package dev.supie.adapter.in.http;

import dev.supie.application.enrolment.Enrolments.Standing;

import jakarta.json.bind.annotation.JsonbProperty;
import jakarta.json.bind.annotation.JsonbPropertyOrder;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;

/// What a badge is told (OTA-1). There is never an `mqtt` key: its mere presence would switch the
/// badge away from WebSocket. Well under the 8,192 bytes that a badge can read.
@JsonbPropertyOrder({"serverTime", "firmware", "activation", "websocket"})
record OtaAnswer(
        @JsonbProperty("server_time") ServerTime serverTime,
        Firmware firmware,
        Optional<Activation> activation,
        WebSocket websocket) {

    /// The time for the badge's clock.
    ///
    /// @param timestamp epoch milliseconds; the badge adds the offset and shows the sum
    /// @param timezoneOffset minutes
    @JsonbPropertyOrder({"timestamp", "timezoneOffset"})
    record ServerTime(long timestamp, @JsonbProperty("timezone_offset") int timezoneOffset) {

        static ServerTime of(Instant now, ZoneOffset timezone) {
            return new ServerTime(now.toEpochMilli(), timezone.getTotalSeconds() / 60);
        }
    }

    /// The badge's own version and no URL: nothing to upgrade to (T08).
    @JsonbPropertyOrder({"version", "url"})
    record Firmware(String version, String url) {}

    /// What a badge does that is not let in yet (T06): it shows the message, speaks the code, and
    /// asks at `…/activate` until it is.
    ///
    /// @param timeoutMs how long it may ask before it begins anew
    @JsonbPropertyOrder({"message", "code", "challenge", "timeoutMs"})
    record Activation(
            String message,
            String code,
            String challenge,
            @JsonbProperty("timeout_ms") long timeoutMs) {

        static final long TIMEOUT_MS = 30_000;

        /// @param language as in `Accept-Language`
        static Activation of(Standing.Waiting waiting, String language) {
            String code = waiting.code().digits();
            String message =
                    language.toLowerCase(Locale.ROOT).startsWith("zh")
                            ? "请管理员批准此设备，激活码 " + code
                            : "Ask your administrator to approve code " + code;
            return new Activation(message, code, waiting.challenge().value(), TIMEOUT_MS);
        }
    }

    /// Where the badge connects.
    ///
    /// @param token empty: the badge then sends no Authorization header
    @JsonbPropertyOrder({"url", "token"})
    record WebSocket(String url, String token) {}

    static OtaAnswer of(
            ServerTime time, String version, Optional<Activation> activation, WebSocket websocket) {
        return new OtaAnswer(time, new Firmware(version, ""), activation, websocket);
    }
}
