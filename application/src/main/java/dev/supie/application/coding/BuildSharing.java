package dev.supie.application.coding;

import dev.supie.domain.kernel.DeviceId;
import dev.supie.domain.task.GroupKey;
import dev.supie.domain.task.TaskSettings;

import java.util.function.Function;

/// Who hears of a build besides who tells of it (COD-5).
///
/// @param broadcast `coding.broadcast`: whether the sender's group does
/// @param groupOf the group of a badge (WF-2)
public record BuildSharing(boolean broadcast, Function<DeviceId, GroupKey> groupOf) {

    public static final BuildSharing NONE = new BuildSharing(false, TaskSettings.DEFAULTS::groupOf);
}
