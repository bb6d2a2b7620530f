package dev.supie.bootstrap.server;

import dev.supie.application.meeting.port.Colleagues;
import dev.supie.bootstrap.config.MeetingConfig;
import dev.supie.bootstrap.config.SupieConfig;
import dev.supie.bootstrap.rules.TaskRules;
import dev.supie.domain.kernel.DeviceId;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Who works with whom, as the configuration says it.
///
/// @param joining who may come to meetings without a code
/// @param groupOf the group of a badge (WF-2); two badges are in one if it is equal
/// @param names by badge's id (WF-6)
record Teammates(
        MeetingConfig.Joining joining, Function<DeviceId, ?> groupOf, Map<String, String> names)
        implements Colleagues {

    static Teammates of(SupieConfig config) {
        return of(
                config.meeting().joining(),
                TaskRules.of(config)::groupOf,
                config.workflow().aliases());
    }

    /// @param aliases by badge
    static Teammates of(
            MeetingConfig.Joining joining,
            Function<DeviceId, ?> groupOf,
            Map<DeviceId, String> aliases) {
        Map<String, String> names =
                aliases.entrySet().stream()
                        .collect(
                                Collectors.toUnmodifiableMap(
                                        alias -> alias.getKey().value(), Map.Entry::getValue));
        return new Teammates(joining, groupOf, names);
    }

    @Override
    public boolean areTogether(DeviceId owner, DeviceId guest) {
        return joining.allowed().contains(guest)
                || (joining.group() && groupOf.apply(owner).equals(groupOf.apply(guest)));
    }

    @Override
    public Optional<String> nameOf(String speaker) {
        return Optional.ofNullable(names.get(speaker));
    }
}
