package dev.supie.adapter.in.http;

import jakarta.json.bind.annotation.JsonbProperty;
import jakarta.json.bind.annotation.JsonbPropertyOrder;

import java.time.Instant;
import java.time.ZoneOffset;

/// What a badge is told (OTA-1). There is never an `mqtt` key: its mere presence would switch the
/// badge away from WebSocket. Well under the 8,192 bytes that a badge can read.
@JsonbPropertyOrder({"serverTime", "firmware", "websocket"})
record OtaAnswer(
        @JsonbProperty("server_time") ServerTime serverTime,
        Firmware firmware,
        WebSocket websocket) {

    /// The time for the badge's clock.
    ///
    /// @param timestamp epoch milliseconds; the badge adds the offset and shows the sum
    /// @param timezoneOffset minutes
    @JsonbPropertyOrder({"timestamp", "timezoneOffset"})
    record ServerTime(long timestamp, @JsonbProperty("timezone_offset") int timezoneOffset) {}

    /// The badge's own version and no URL: nothing to upgrade to (T08).
    @JsonbPropertyOrder({"version", "url"})
    record Firmware(String version, String url) {}

    /// Where the badge connects.
    ///
    /// @param token empty: the badge then sends no Authorization header
    @JsonbPropertyOrder({"url", "token"})
    record WebSocket(String url, String token) {}

    static OtaAnswer of(Instant now, ZoneOffset timezone, String version, String url) {
        return new OtaAnswer(
                new ServerTime(now.toEpochMilli(), timezone.getTotalSeconds() / 60),
                new Firmware(version, ""),
                new WebSocket(url, ""));
    }
}
