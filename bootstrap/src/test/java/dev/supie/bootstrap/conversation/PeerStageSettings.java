package dev.supie.bootstrap.conversation;

import dev.supie.application.peer.PeerSettings;
import dev.supie.domain.peer.Access;
import dev.supie.domain.peer.AccessRules;
import dev.supie.domain.peer.InboxSettings;
import dev.supie.domain.peer.RequestRules;
import dev.supie.domain.task.TaskSettings;

import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The keys about messages between badges that a conversation may set.
record PeerStageSettings(Map<String, String> given) {

    private static final String ENABLED = "peer.enabled";
    private static final String ALLOW_GROUP = "peer.allow_group";
    private static final String ALLOW_BROADCAST = "peer.allow_broadcast";
    private static final String MAX = "peer.queue_max";
    private static final String FULL = "peer.queue_full";
    private static final String TASKS = "peer.task_to_workflow";
    private static final Set<String> KNOWN =
            Set.of(ENABLED, ALLOW_GROUP, ALLOW_BROADCAST, MAX, FULL, TASKS);

    PeerStageSettings {
        for (String key : given.keySet()) {
            if (key.startsWith("peer.") && !KNOWN.contains(key)) {
                throw new IllegalArgumentException("no conversation may set " + key);
            }
        }
    }

    /// Nothing if they are switched off.
    Optional<PeerSettings> peers(TaskSettings groups) {
        if (!Boolean.parseBoolean(given.getOrDefault(ENABLED, "true"))) {
            return Optional.empty();
        }
        AccessRules rules =
                new AccessRules(
                        false,
                        flag(ALLOW_GROUP),
                        flag(ALLOW_BROADCAST),
                        Set.of(),
                        Map.of(),
                        Map.of(),
                        Map.of(),
                        Map.of());
        return Optional.of(
                new PeerSettings(
                        RequestRules.DEFAULTS,
                        inboxes(),
                        new Access(rules, device -> groups.groupOf(device).value()),
                        ZoneOffset.UTC,
                        flag(TASKS)));
    }

    private InboxSettings inboxes() {
        InboxSettings usual = InboxSettings.DEFAULTS;
        return new InboxSettings(
                Optional.ofNullable(given.get(MAX)).map(Integer::parseInt).orElse(usual.capacity()),
                Optional.ofNullable(given.get(FULL))
                        .map(word -> InboxSettings.WhenFull.valueOf(word.toUpperCase(Locale.ROOT)))
                        .orElse(usual.whenFull()));
    }

    private boolean flag(String key) {
        return Boolean.parseBoolean(given.getOrDefault(key, "false"));
    }
}
