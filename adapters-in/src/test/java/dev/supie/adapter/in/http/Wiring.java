package dev.supie.adapter.in.http;

import dev.supie.adapter.in.network.TrustedProxies;
import dev.supie.application.meeting.port.MeetingArchive;

import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/// Routes with the defaults of the configuration.
final class Wiring {

    static final List<String> BOTH_PATHS = List.of("/supie/v1/", "/xiaozhi/v1/");
    static final HttpSettings OPEN =
            new HttpSettings(ZoneOffset.ofHours(8), Optional.empty(), 10, TrustedProxies.NONE);

    private static final InstantSource AT_NOON = () -> Meetings.NOON;

    private Wiring() {}

    static HttpRoutes routes() {
        return routes(OPEN, new ShelfOfMeetings(), AT_NOON);
    }

    static HttpRoutes routes(MeetingArchive archive) {
        return routes(OPEN, archive, AT_NOON);
    }

    static HttpRoutes routes(HttpSettings settings, MeetingArchive archive, InstantSource time) {
        return new HttpRoutes(
                settings, address(), archive, new FrontDesk(false, time).desk(), time);
    }

    static HttpRoutes routes(DeviceDesk desk, InstantSource time) {
        return new HttpRoutes(OPEN, address(), new ShelfOfMeetings(), desk, time);
    }

    private static BadgeAddress address() {
        var settings =
                new AddressSettings(Optional.empty(), Optional.empty(), "0.0.0.0", BOTH_PATHS);
        return new BadgeAddress(settings, () -> "192.168.7.9", () -> 8004);
    }
}
