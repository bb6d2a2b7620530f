package dev.supie.bootstrap.config;

import static dev.supie.bootstrap.config.Numbers.Outside.REFUSED;

import dev.supie.domain.kernel.DeviceId;
import dev.supie.domain.kernel.IdText;
import dev.supie.domain.peer.AccessRules;
import dev.supie.domain.peer.InboxSettings;
import dev.supie.domain.peer.RequestRules;
import dev.supie.domain.task.GroupKey;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The keys of the section `peer`.
final class PeerSettings {

    private static final int ROLE_CHARS_MAX = 64;
    private static final int TARGETS_MAX = 100;
    private static final int INBOX_MAX = 1000;

    private static final GrantsKind.Name DEVICE =
            new GrantsKind.Name("device id", PeerSettings::device);
    private static final GrantsKind.Name ROLE =
            new GrantsKind.Name(
                    "name of a role of 1 to " + ROLE_CHARS_MAX + " characters", PeerSettings::role);
    private static final GrantsKind.Name GROUP =
            new GrantsKind.Name("name of a group", text -> GroupKey.of(text).map(GroupKey::value));

    static final Setting<Boolean> ENABLED = flag("peer.enabled", true);
    static final Setting<Boolean> ALLOW_ALL = flag("peer.allow_all", false);
    static final Setting<Boolean> ALLOW_GROUP = flag("peer.allow_group", false);
    static final Setting<Boolean> ALLOW_BROADCAST = flag("peer.allow_broadcast", false);
    static final Setting<List<DeviceId>> ALLOWLIST =
            new Setting<>("peer.allowlist", DeviceIdKind.LIST, List.of());
    static final Setting<Map<String, Set<String>>> RULES =
            grants("rules", DEVICE, DEVICE, "{'aa:bb:cc:dd:ee:01': ['aa:bb:cc:dd:ee:02']}");
    static final Setting<Map<DeviceId, Set<String>>> DEVICE_ROLES =
            new Setting<>(
                    "peer.device_roles",
                    new GrantsKind(DEVICE, ROLE, "{'aa:bb:cc:dd:ee:01': [lead]}")
                            .as(PeerSettings::byDevice, PeerSettings::byName),
                    Map.of());
    static final Setting<Map<String, Set<String>>> ROLES_GRANTS =
            grants("roles_grants", ROLE, ROLE, "{lead: [nurse, broadcast]}");
    static final Setting<Map<String, Set<String>>> GROUP_RULES =
            grants("group_rules", GROUP, GROUP, "{design: [tools]}");
    static final Setting<Integer> TARGETS =
            new Setting<>(
                    "peer.max_targets",
                    Numbers.integer(1, TARGETS_MAX, REFUSED),
                    RequestRules.DEFAULTS.targetsMax());
    static final Setting<Integer> INBOX =
            new Setting<>(
                    "peer.queue_max",
                    Numbers.integer(1, INBOX_MAX, REFUSED),
                    InboxSettings.DEFAULTS.capacity());
    static final Setting<InboxSettings.WhenFull> WHEN_FULL =
            new Setting<>(
                    "peer.queue_full",
                    Texts.choice(List.of("refuse_new", "drop_oldest"))
                            .as(
                                    word ->
                                            InboxSettings.WhenFull.valueOf(
                                                    word.toUpperCase(Locale.ROOT)),
                                    choice -> choice.name().toLowerCase(Locale.ROOT)),
                    InboxSettings.DEFAULTS.whenFull());
    static final Setting<Duration> LIFETIME =
            new Setting<>(
                    "peer.ttl_ms",
                    Numbers.millis(
                            RequestRules.LIFETIME_MIN.toMillis(),
                            RequestRules.LIFETIME_MAX.toMillis(),
                            REFUSED),
                    RequestRules.DEFAULTS.usualLifetime());
    static final Setting<PeerConfig.Structuring> STRUCTURING =
            new Setting<>(
                    "peer.structuring",
                    Texts.choice(List.of("auto", "rules"))
                            .as(
                                    word ->
                                            PeerConfig.Structuring.valueOf(
                                                    word.toUpperCase(Locale.ROOT)),
                                    choice -> choice.name().toLowerCase(Locale.ROOT)),
                    PeerConfig.Structuring.AUTO);
    static final Setting<Boolean> TASK_TO_WORKFLOW = flag("peer.task_to_workflow", false);

    private PeerSettings() {}

    static List<Setting<?>> all() {
        return List.of(
                ENABLED,
                ALLOW_ALL,
                ALLOW_GROUP,
                ALLOW_BROADCAST,
                ALLOWLIST,
                RULES,
                DEVICE_ROLES,
                ROLES_GRANTS,
                GROUP_RULES,
                TARGETS,
                INBOX,
                WHEN_FULL,
                LIFETIME,
                STRUCTURING,
                TASK_TO_WORKFLOW);
    }

    static PeerConfig taken(Values values) {
        AccessRules access =
                new AccessRules(
                        values.take(ALLOW_ALL),
                        values.take(ALLOW_GROUP),
                        values.take(ALLOW_BROADCAST),
                        Set.copyOf(values.take(ALLOWLIST)),
                        values.take(RULES),
                        values.take(DEVICE_ROLES),
                        values.take(ROLES_GRANTS),
                        values.take(GROUP_RULES));
        return new PeerConfig(
                values.take(ENABLED),
                access,
                values.take(TARGETS),
                values.take(INBOX),
                values.take(WHEN_FULL),
                values.take(LIFETIME),
                values.take(STRUCTURING),
                values.take(TASK_TO_WORKFLOW));
    }

    private static Setting<Boolean> flag(String key, boolean otherwise) {
        return new Setting<>(key, new FlagKind(), otherwise);
    }

    private static Setting<Map<String, Set<String>>> grants(
            String name, GrantsKind.Name key, GrantsKind.Name value, String example) {
        return new Setting<>("peer." + name, new GrantsKind(key, value, example), Map.of());
    }

    /// Of a badge, or [AccessRules#ANYBODY], or `broadcast`, which look like ids.
    private static Optional<String> device(String text) {
        return switch (IdText.normalise(text)) {
            case IdText.Usable(String id) -> Optional.of(id);
            case IdText.Absent _, IdText.Refused _ -> Optional.empty();
        };
    }

    private static Optional<String> role(String text) {
        String role = text.strip().toLowerCase(Locale.ROOT);
        boolean fine =
                !role.isEmpty()
                        && role.length() <= ROLE_CHARS_MAX
                        && role.codePoints().noneMatch(Character::isISOControl);
        return fine ? Optional.of(role) : Optional.empty();
    }

    private static Map<DeviceId, Set<String>> byDevice(Map<String, Set<String>> names) {
        Map<DeviceId, Set<String>> devices = new LinkedHashMap<>();
        names.forEach((name, roles) -> devices.put(new DeviceId(name), roles));
        return devices;
    }

    private static Map<String, Set<String>> byName(Map<DeviceId, Set<String>> devices) {
        Map<String, Set<String>> names = new LinkedHashMap<>();
        devices.forEach((device, roles) -> names.put(device.value(), roles));
        return names;
    }
}
