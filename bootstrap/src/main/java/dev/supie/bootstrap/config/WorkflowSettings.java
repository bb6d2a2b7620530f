package dev.supie.bootstrap.config;

import dev.supie.domain.kernel.DeviceId;
import dev.supie.domain.task.GroupKey;
import dev.supie.domain.task.Owner;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// The keys of the section `workflow`, and `device_alias`, which means the same at the top.
final class WorkflowSettings {

    private static final DeviceMapKind<String> ALIASES =
            new DeviceMapKind<>(
                    new DeviceMapKind.Form<>(
                            "name of 1 to " + Owner.ALIAS_LENGTH_MAX + " characters",
                            WorkflowSettings::alias),
                    Function.identity(),
                    "{'aa:bb:cc:dd:ee:ff': Li}",
                    false);

    static final Setting<Map<DeviceId, String>> DEVICE_ALIAS =
            new Setting<>("workflow.device_alias", ALIASES, Map.of());
    static final Setting<Map<DeviceId, String>> TOP_DEVICE_ALIAS =
            new Setting<>("device_alias", ALIASES, Map.of());
    static final Setting<Map<DeviceId, GroupKey>> GROUPS =
            new Setting<>(
                    "workflow.groups",
                    new DeviceMapKind<>(
                            new DeviceMapKind.Form<>("name of a group", GroupKey::of),
                            GroupKey::value,
                            "{'aa:bb:cc:dd:ee:ff': design} or {design: ['aa:bb:cc:dd:ee:ff']}",
                            true),
                    Map.of());

    private WorkflowSettings() {}

    private static Optional<String> alias(String text) {
        return Owner.of(text)
                .map(Owner::value)
                .filter(alias -> alias.length() <= Owner.ALIAS_LENGTH_MAX);
    }

    static List<Setting<?>> all() {
        return List.of(DEVICE_ALIAS, GROUPS, TOP_DEVICE_ALIAS);
    }

    /// Of two aliases of one badge the one in the section is meant.
    static WorkflowConfig taken(Values values) {
        Map<DeviceId, String> aliases = new LinkedHashMap<>(values.take(TOP_DEVICE_ALIAS));
        aliases.putAll(values.take(DEVICE_ALIAS));
        return new WorkflowConfig(aliases, values.take(GROUPS), VoiceSettings.taken(values));
    }
}
