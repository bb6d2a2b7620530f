package dev.supie.application.tool;

import dev.supie.domain.kernel.DeviceId;
import dev.supie.domain.kernel.IdText;
import dev.supie.domain.peer.Targets;
import dev.supie.domain.task.TaskSettings;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// Whom a model means by a name: the badge of somebody who is called so, or a badge by its id.
/// Models make names up, so an id must be one that is configured, or look like those of badges.
///
/// @param team who is called what (WF-6)
record Addressees(TaskSettings team) {

    private static final Set<String> EVERYBODY = Set.of("everybody", Targets.BROADCAST);
    private static final Pattern HARDWARE_ADDRESS = Pattern.compile("[0-9a-f]{2}(:[0-9a-f]{2}){5}");

    /// So many names are told to a model that has used a wrong one.
    private static final int NAMES_MAX = 20;

    /// Longer names are cut when they are told back.
    private static final int NAME_CHARS_MAX = 64;

    /// What a name comes to.
    sealed interface Called {

        /// @param target as a peer message names it (PEER-1)
        record One(String target) implements Called {}

        record NoOne(String why) implements Called {}
    }

    Called called(String name) {
        String said = name.strip().toLowerCase(Locale.ROOT);
        if (EVERYBODY.contains(said)) {
            return new Called.One(Targets.BROADCAST);
        }
        List<DeviceId> badges =
                team.aliases().entrySet().stream()
                        .filter(alias -> alias.getValue().strip().equalsIgnoreCase(said))
                        .map(Map.Entry::getKey)
                        .toList();
        if (badges.size() > 1) {
            return new Called.NoOne(shown(name) + " is the name of several: use an id of a badge");
        }
        if (badges.size() == 1) {
            return new Called.One(badges.getFirst().value());
        }
        return byId(name);
    }

    private Called byId(String name) {
        if (IdText.normalise(name) instanceof IdText.Usable(String id)
                && (isKnown(new DeviceId(id)) || HARDWARE_ADDRESS.matcher(id).matches())) {
            return new Called.One(id);
        }
        return new Called.NoOne(
                "nobody is called "
                        + shown(name)
                        + "; known names: "
                        + String.join(
                                ", ",
                                team.aliases().values().stream()
                                        .sorted()
                                        .limit(NAMES_MAX)
                                        .toList()));
    }

    private boolean isKnown(DeviceId id) {
        return team.aliases().containsKey(id) || team.groups().containsKey(id);
    }

    private static String shown(String name) {
        return "\"" + ToolText.line(name, NAME_CHARS_MAX) + "\"";
    }

    String nameOf(DeviceId badge) {
        return team.ownerOf(badge).value();
    }
}
