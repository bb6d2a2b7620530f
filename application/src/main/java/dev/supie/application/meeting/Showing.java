package dev.supie.application.meeting;

import dev.supie.domain.kernel.DeviceId;
import dev.supie.domain.meeting.Broadcast;

import java.util.function.Function;

/// Who is shown meetings of others (MTG-10).
///
/// @param groupOf the group of a badge (WF-2)
public record Showing(Broadcast broadcast, Function<DeviceId, ?> groupOf) {

    public static final Showing NONE = new Showing(Broadcast.NONE, _ -> "");
}
