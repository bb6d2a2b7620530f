package dev.supie.adapter.in.http;

import dev.supie.adapter.in.network.TrustedProxies;

import java.time.ZoneOffset;
import java.util.Optional;

/// What the HTTP routes need from the configuration.
///
/// @param timezone `server.timezone_offset`: told to badges by OTA
/// @param meetingToken `server.meeting_api_token`: without one, everybody may read meetings
/// @param meetingRequestsPerSecond `meeting.api_rate_limit`: per address, 1 to
///   [#REQUESTS_PER_SECOND_MAX] (REST-1)
/// @param proxies `server.trusted_proxies`: who is believed about whose requests they pass on
public record HttpSettings(
        ZoneOffset timezone,
        Optional<AccessToken> meetingToken,
        int meetingRequestsPerSecond,
        TrustedProxies proxies) {

    public static final int REQUESTS_PER_SECOND_MAX = 1000;

    public HttpSettings {
        if (meetingRequestsPerSecond < 1 || meetingRequestsPerSecond > REQUESTS_PER_SECOND_MAX) {
            throw new IllegalArgumentException(
                    "meetingRequestsPerSecond must be 1.." + REQUESTS_PER_SECOND_MAX);
        }
    }
}
