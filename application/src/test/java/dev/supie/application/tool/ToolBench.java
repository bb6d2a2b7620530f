package dev.supie.application.tool;

import dev.supie.application.archive.ArchiveFeature;
import dev.supie.application.fake.InMemoryMeetingStore;
import dev.supie.application.fake.InMemoryPeerStore;
import dev.supie.application.fake.InMemoryTaskStore;
import dev.supie.application.fake.RecordingBadgeLink;
import dev.supie.application.fake.ScriptedForms;
import dev.supie.application.fake.ScriptedTaskBoards;
import dev.supie.application.fake.StepExecutor;
import dev.supie.application.fake.VirtualTime;
import dev.supie.application.peer.PeerFeature;
import dev.supie.application.peer.PeerSettings;
import dev.supie.application.peer.PeerTally;
import dev.supie.application.peer.Peers;
import dev.supie.application.runtime.Workers;
import dev.supie.application.task.TaskFeature;
import dev.supie.application.task.Tasks;
import dev.supie.domain.kernel.DeviceId;
import dev.supie.domain.kernel.SessionId;
import dev.supie.domain.peer.Access;
import dev.supie.domain.peer.AccessRules;
import dev.supie.domain.peer.InboxSettings;
import dev.supie.domain.peer.RequestRules;
import dev.supie.domain.task.TaskId;
import dev.supie.domain.task.TaskSettings;
import dev.supie.domain.tool.OwnRequest;
import dev.supie.domain.tool.OwnTool;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/// Our own tools over the real features, on virtual time, with fakes round them. Badges of one
/// group may write to each other.
final class ToolBench {

    static final DeviceId LI = new DeviceId("94:a9:90:00:00:01");
    static final DeviceId MO = new DeviceId("94:a9:90:00:00:02");
    static final DeviceId STRANGER = new DeviceId("bb:00:00:00:00:01");

    static final TaskSettings TEAM =
            new TaskSettings(
                    Map.of(),
                    Map.of(
                            LI,
                            "Li",
                            MO,
                            "Mo",
                            STRANGER,
                            "Sam",
                            new DeviceId("bb:00:00:00:00:02"),
                            "sam"),
                    ZoneOffset.ofHours(8));

    /// Fewer than there are calls in any test of too many.
    static final int WORKERS = 2;

    final VirtualTime time = new VirtualTime(Instant.parse("2026-11-21T09:00:00Z"));
    final StepExecutor threads = new StepExecutor();
    final RecordingBadgeLink link = new RecordingBadgeLink(time, threads);
    final InMemoryTaskStore taskStore = new InMemoryTaskStore();
    final InMemoryMeetingStore meetings = new InMemoryMeetingStore();
    final InMemoryPeerStore peerStore = new InMemoryPeerStore();
    final ScriptedForms forms = new ScriptedForms();
    final ToolTally tally = new ToolTally();
    private int ids;

    final Tasks tasks =
            TaskFeature.create(
                    new TaskFeature.Ports(taskStore, link, threads, time, time, () -> TEAM));

    final Peers peers = peers();

    private Peers peers() {
        AccessRules sameGroup =
                new AccessRules(
                        false, true, false, Set.of(), Map.of(), Map.of(), Map.of(), Map.of());
        PeerSettings settings =
                new PeerSettings(
                        RequestRules.DEFAULTS,
                        InboxSettings.DEFAULTS,
                        new Access(sameGroup, device -> TEAM.groupOf(device).value()),
                        ZoneOffset.UTC);
        return PeerFeature.create(
                new PeerFeature.Ports(
                        peerStore,
                        link,
                        Optional::empty,
                        new Workers(threads, WORKERS),
                        threads,
                        time,
                        time,
                        () -> ++ids,
                        () -> settings,
                        new ScriptedTaskBoards(),
                        new PeerTally()));
    }

    OwnToolFeature.Ports ports() {
        return ports(peers);
    }

    OwnToolFeature.Ports ports(Peers carrying) {
        return new OwnToolFeature.Ports(
                tasks,
                meetings,
                ArchiveFeature.search(meetings, time),
                carrying,
                forms,
                () -> new TaskId("fresh-" + ++ids),
                () -> TEAM,
                new Workers(threads, WORKERS),
                threads,
                time,
                time,
                tally);
    }

    Toolbox forBadges() {
        return OwnToolFeature.forBadges(ports(), new NoTools());
    }

    static Caller by(DeviceId device) {
        return new Caller(device, Optional.of(new SessionId("of " + device)));
    }

    /// A call that has begun; nothing has run for it yet.
    CompletableFuture<ToolResult> begin(
            Toolbox toolbox, DeviceId device, OwnTool tool, OwnRequest request) {
        ToolCall call = new ToolCall("c", tool.word(), forms.means(request));
        return toolbox.call(by(device), call).toCompletableFuture();
    }

    ToolResult call(Toolbox toolbox, DeviceId device, OwnTool tool, OwnRequest request) {
        CompletableFuture<ToolResult> result = begin(toolbox, device, tool, request);
        threads.runAll();
        return result.getNow(ToolResult.error("nobody was told"));
    }

    ToolResult call(DeviceId device, OwnTool tool, OwnRequest request) {
        return call(forBadges(), device, tool, request);
    }
}
