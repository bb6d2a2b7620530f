package dev.supie.bootstrap.config;

import dev.supie.domain.kernel.DeviceId;
import dev.supie.domain.task.GroupKey;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// Who works with whom, and what people are called.
///
/// @param aliases what the wearer of a badge is called (WF-6)
/// @param groups of badges whose group does not follow from their id (WF-2)
public record WorkflowConfig(Map<DeviceId, String> aliases, Map<DeviceId, GroupKey> groups) {

    public WorkflowConfig {
        aliases = Collections.unmodifiableMap(new LinkedHashMap<>(aliases));
        groups = Collections.unmodifiableMap(new LinkedHashMap<>(groups));
    }
}
