package dev.supie.domain.task;

import dev.supie.domain.kernel.DeviceId;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Who belongs to which group, what its wearer is called, and where the team's clocks are.
///
/// @param groups `workflow.groups`: badges whose group does not follow from their id (WF-2)
/// @param aliases `workflow.device_alias` (WF-6)
/// @param offset `server.timezone_offset`: what "today" means for a due date
public record TaskSettings(
        Map<DeviceId, GroupKey> groups, Map<DeviceId, String> aliases, ZoneOffset offset) {

    public static final TaskSettings DEFAULTS =
            new TaskSettings(Map.of(), Map.of(), ZoneOffset.UTC);

    public TaskSettings {
        groups = Map.copyOf(groups);
        aliases = Map.copyOf(aliases);
    }

    /// The group of a badge.
    public GroupKey groupOf(DeviceId device) {
        GroupKey configured = groups.get(device);
        return configured == null ? GroupKey.ofDevice(device) : configured;
    }

    /// A badge as an owner.
    public Owner ownerOf(DeviceId device) {
        return Owner.of(device, aliases.getOrDefault(device, ""));
    }

    /// Whom people mean by a name: the badge that has it as its alias or id, if it is the only one,
    /// else somebody in these words; empty if nobody can be called that.
    public Optional<Owner> ownerCalled(String name) {
        List<Owner> badges =
                aliases.keySet().stream()
                        .map(this::ownerOf)
                        .filter(owner -> owner.isCalled(name))
                        .limit(2)
                        .toList();
        return badges.size() == 1 ? Optional.of(badges.getFirst()) : Owner.of(name);
    }
}
