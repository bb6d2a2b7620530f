package dev.supie.bootstrap.conversation;

import dev.supie.adapter.in.http.ArchiveDesk;
import dev.supie.adapter.in.http.AudioDesk;
import dev.supie.adapter.in.http.ToolDesk;
import dev.supie.adapter.in.tool.JsonArgumentForms;
import dev.supie.application.audio.AudioFeature;
import dev.supie.application.connection.port.BadgeLink;
import dev.supie.application.fake.StepExecutor;
import dev.supie.application.fake.ToySoundFiles;
import dev.supie.application.fake.VirtualTime;
import dev.supie.application.peer.PeerFeature;
import dev.supie.application.runtime.Workers;
import dev.supie.application.task.Tasks;
import dev.supie.application.tool.BadgeToolFeature;
import dev.supie.application.tool.BadgeTools;
import dev.supie.application.tool.Caller;
import dev.supie.application.tool.OwnToolFeature;
import dev.supie.application.tool.ToolCall;
import dev.supie.application.tool.ToolTally;
import dev.supie.domain.kernel.DeviceId;
import dev.supie.domain.kernel.SessionId;
import dev.supie.domain.task.TaskId;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// The tools of badges, and ours for programs.
final class StageTools {

    /// Nobody's own tools are called on the stage, so it does not matter who calls.
    private static final DeviceId ANYBODY = new DeviceId("anybody");

    /// Programs are neither heard nor spoken to here.
    private static final AudioDesk NO_AUDIO =
            new AudioDesk(
                    AudioFeature.transcriptions(
                            new AudioFeature.Ears(
                                    List.of(),
                                    new ToySoundFiles(),
                                    () -> new SessionId("program"),
                                    Duration.ofSeconds(1))),
                    AudioFeature.speeches(
                            new AudioFeature.Voices(
                                    List.of(),
                                    new Workers(Runnable::run, 1),
                                    Duration.ofSeconds(1))));

    private final BadgeToolFeature.Both badges;
    private final VirtualTime time;
    private int tasks;

    StageTools(BadgeLink links, VirtualTime time, StepExecutor threads) {
        this.time = time;
        this.badges =
                BadgeToolFeature.create(
                        new BadgeToolFeature.Ports(
                                links, new JsonArgumentForms(), threads, time, time));
    }

    BadgeTools ofBadges() {
        return badges.tools();
    }

    /// A model calls a badge's tool.
    ///
    /// @param told what it is told in the end
    void call(SessionId badge, String name, String arguments, Consumer<String> told) {
        badges.toolbox()
                .call(
                        new Caller(ANYBODY, Optional.of(badge)),
                        new ToolCall("call", name, arguments))
                .thenAccept(
                        result -> told.accept((result.isError() ? "error: " : "") + result.text()));
    }

    /// On the threads of the HTTP listener, because those wait for the answer.
    ToolDesk desk(Tasks boards, ArchiveDesk archive, BadgeLink links, StageSettings settings) {
        OwnToolFeature.Ports ports =
                new OwnToolFeature.Ports(
                        boards,
                        archive.archive(),
                        archive.search(),
                        PeerFeature.off(links),
                        new JsonArgumentForms(),
                        () -> new TaskId("t-" + ++tasks),
                        settings::tasks,
                        new Workers(Runnable::run, 1),
                        Runnable::run,
                        time,
                        time,
                        new ToolTally());
        return new ToolDesk(
                OwnToolFeature.forReaders(ports), OwnToolFeature.forWriters(ports), NO_AUDIO);
    }
}
