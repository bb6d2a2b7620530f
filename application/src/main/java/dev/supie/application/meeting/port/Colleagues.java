package dev.supie.application.meeting.port;

import dev.supie.domain.kernel.DeviceId;

import java.util.Optional;

/// Who works with whom, and what people call a badge. Safe for use by many threads; no call waits.
public interface Colleagues {

    /// Whether the second one may come to meetings of the first one without a code, if it knows
    /// which meeting.
    boolean areTogether(DeviceId owner, DeviceId guest);

    /// What people call the badge with this id (`device_alias`); empty if it has no such name, or
    /// if this is no badge's id.
    Optional<String> nameOf(String speaker);
}
