package dev.supie.bootstrap.peer;

import dev.supie.bootstrap.config.SupieConfig;
import dev.supie.bootstrap.rules.PeerRules;
import dev.supie.bootstrap.rules.TaskRules;
import dev.supie.domain.kernel.DeviceId;
import dev.supie.domain.kernel.IdText;
import dev.supie.domain.peer.Access;
import dev.supie.domain.peer.Permission;
import dev.supie.domain.peer.Targets;
import dev.supie.domain.task.TaskSettings;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/// Whether one badge may send to another, by which rule, or why not (PEER-2). Everything that
/// decides it is in the configuration, so no server has to be asked, or to be running.
///
/// Badges are named by id, or by alias (WF-6) if only one badge has it; `broadcast` stands for
/// everybody who is connected.
public final class PeerQuestion {

    private final boolean enabled;
    private final TaskSettings people;
    private final Access access;

    public PeerQuestion(SupieConfig config) {
        enabled = config.peer().enabled();
        people = TaskRules.of(config);
        access = PeerRules.of(config).access();
    }

    /// What there is to say, on one line.
    public sealed interface Answer {

        String text();

        record Allowed(String text) implements Answer {}

        record Refused(String text) implements Answer {}

        /// It is not known which badge is meant.
        record Unclear(String text) implements Answer {}
    }

    /// Which badge a name means.
    private sealed interface Meant {

        record Badge(DeviceId device) implements Meant {}

        record Nobody(String why) implements Meant {}
    }

    public Answer ask(String from, String to) {
        return switch (meant(from)) {
            case Meant.Nobody(String why) -> new Answer.Unclear(why);
            case Meant.Badge(DeviceId sender) -> fromBadge(sender, to);
        };
    }

    private Answer fromBadge(DeviceId sender, String to) {
        if (to.strip().toLowerCase(Locale.ROOT).equals(Targets.BROADCAST)) {
            return answer(shown(sender) + " to everybody", access.broadcast(sender));
        }
        return switch (meant(to)) {
            case Meant.Nobody(String why) -> new Answer.Unclear(why);
            case Meant.Badge(DeviceId target) ->
                    answer(
                            shown(sender) + " to " + shown(target),
                            access.permission(sender, target));
        };
    }

    private Answer answer(String way, Permission permission) {
        if (!enabled) {
            return new Answer.Refused(way + ": refused, messages are off (peer.enabled)");
        }
        return switch (permission) {
            case Permission.Allowed allowed ->
                    new Answer.Allowed(way + ": allowed by " + allowed.because());
            case Permission.Refused refused ->
                    new Answer.Refused(way + ": refused, " + refused.because());
        };
    }

    private String shown(DeviceId device) {
        return people.ownerOf(device).value();
    }

    private Meant meant(String name) {
        List<DeviceId> called =
                people.aliases().entrySet().stream()
                        .filter(each -> each.getValue().equalsIgnoreCase(name.strip()))
                        .map(Map.Entry::getKey)
                        .toList();
        return switch (called.size()) {
            case 0 -> byId(name);
            case 1 -> new Meant.Badge(called.getFirst());
            default ->
                    new Meant.Nobody(
                            "%s is the alias of several badges: %s"
                                    .formatted(name.strip(), joined(called)));
        };
    }

    private static Meant byId(String name) {
        return switch (IdText.normalise(name)) {
            case IdText.Usable(String id) -> new Meant.Badge(new DeviceId(id));
            case IdText.Absent _ -> new Meant.Nobody("the id of a badge is empty");
            case IdText.Refused(String reason) ->
                    new Meant.Nobody(name + " is no id of a badge: " + reason);
        };
    }

    private static String joined(List<DeviceId> devices) {
        return devices.stream().map(DeviceId::value).sorted().collect(Collectors.joining(", "));
    }
}
