package dev.supie.adapter.in.http;

import dev.supie.adapter.in.network.TrustedProxies;
import dev.supie.application.access.WebOrigin;

import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;

/// What the HTTP routes need from the configuration.
///
/// @param timezone `server.timezone_offset`: told to badges by OTA
/// @param meetingToken `server.meeting_api_token`: without one, everybody may read meetings
/// @param meetingRequestsPerSecond `meeting.api_rate_limit`: per address, 1 to
///   [#REQUESTS_PER_SECOND_MAX] (REST-1)
/// @param origins `server.allowed_origins`: whose web pages may read meetings; none for those of no
///   other host
/// @param proxies `server.trusted_proxies`: who is believed about whose requests they pass on
public record HttpSettings(
        ZoneOffset timezone,
        Optional<AccessToken> meetingToken,
        int meetingRequestsPerSecond,
        Set<WebOrigin> origins,
        TrustedProxies proxies) {

    public static final int REQUESTS_PER_SECOND_MAX = 1000;

    public HttpSettings {
        origins = Set.copyOf(origins);
        if (meetingRequestsPerSecond < 1 || meetingRequestsPerSecond > REQUESTS_PER_SECOND_MAX) {
            throw new IllegalArgumentException(
                    "meetingRequestsPerSecond must be 1.." + REQUESTS_PER_SECOND_MAX);
        }
    }
}
