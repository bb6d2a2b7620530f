package dev.supie.bootstrap.config;

import dev.supie.domain.kernel.DeviceId;
import dev.supie.domain.task.GroupKey;
import dev.supie.domain.task.voice.VoicePhrases;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// Who works with whom, what people are called, and what they say.
///
/// @param aliases what the wearer of a badge is called (WF-6)
/// @param groups of badges whose group does not follow from their id (WF-2)
/// @param phrases what is understood of what is said about tasks (WF-8)
public record WorkflowConfig(
        Map<DeviceId, String> aliases, Map<DeviceId, GroupKey> groups, VoicePhrases phrases) {

    public WorkflowConfig {
        aliases = Collections.unmodifiableMap(new LinkedHashMap<>(aliases));
        groups = Collections.unmodifiableMap(new LinkedHashMap<>(groups));
    }
}
