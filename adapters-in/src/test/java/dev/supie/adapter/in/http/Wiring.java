package dev.supie.adapter.in.http;

import dev.supie.adapter.in.network.TrustedProxies;
import dev.supie.application.archive.ArchiveFeature;
import dev.supie.application.archive.port.MeetingDisposal;
import dev.supie.application.audio.AudioFeature;
import dev.supie.application.fake.InMemoryMeetingStore;
import dev.supie.application.fake.InMemoryTaskStore;
import dev.supie.application.fake.RecordingBadgeLink;
import dev.supie.application.fake.StepExecutor;
import dev.supie.application.fake.ToySoundFiles;
import dev.supie.application.fake.VirtualTime;
import dev.supie.application.meeting.port.MeetingArchive;
import dev.supie.application.runtime.Workers;
import dev.supie.application.task.MeetingImport;
import dev.supie.application.task.TaskFeature;
import dev.supie.application.task.Tasks;
import dev.supie.application.task.port.TaskStore;
import dev.supie.domain.kernel.SessionId;
import dev.supie.domain.task.TaskSettings;

import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Routes with the defaults of the configuration.
final class Wiring {

    static final List<String> BOTH_PATHS = List.of("/supie/v1/", "/xiaozhi/v1/");
    static final HttpSettings OPEN =
            new HttpSettings(
                    ZoneOffset.ofHours(8), Optional.empty(), 10, Set.of(), TrustedProxies.NONE);

    /// Programs are neither heard nor spoken to.
    static final AudioDesk NO_AUDIO =
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

    /// Nothing is offered, and nothing can be called.
    private static final ToolDesk NO_TOOLS = new ToolDesk(new FewTools(), new FewTools(), NO_AUDIO);

    private static final InstantSource AT_NOON = () -> Meetings.NOON;

    private Wiring() {}

    static HttpRoutes routes() {
        return routes(OPEN, new ShelfOfMeetings(), AT_NOON);
    }

    static HttpRoutes routes(MeetingArchive archive) {
        return routes(OPEN, archive, AT_NOON);
    }

    static HttpRoutes routes(HttpSettings settings, MeetingArchive archive, InstantSource time) {
        return routes(settings, archive, new InMemoryMeetingStore(), time);
    }

    /// Meetings that can be read and removed.
    static HttpRoutes routes(
            HttpSettings settings, InMemoryMeetingStore store, InstantSource time) {
        return routes(settings, store, store, time);
    }

    static HttpRoutes routes(DeviceDesk desk, InstantSource time) {
        return routes(desk, new BackOffice().desk(), time);
    }

    /// Badges that are let in, and the server itself.
    static HttpRoutes routes(DeviceDesk desk, AdminDesk office, InstantSource time) {
        var nothing = new InMemoryMeetingStore();
        return new HttpRoutes(
                OPEN,
                address(),
                new Desks(
                        archive(nothing, nothing, time),
                        tasks(nothing, time),
                        NO_TOOLS,
                        desk,
                        office),
                time);
    }

    /// Meetings, and tasks that can be made of them.
    static HttpRoutes routes(
            HttpSettings settings, InMemoryMeetingStore store, Tasks tasks, InstantSource time) {
        return new HttpRoutes(
                settings,
                address(),
                new Desks(
                        archive(store, store, time),
                        new TaskDesk(tasks, new MeetingImport(store, tasks)),
                        NO_TOOLS,
                        new FrontDesk(false, time).desk(),
                        new BackOffice().desk()),
                time);
    }

    /// Tools, and nothing else of interest.
    static HttpRoutes routes(HttpSettings settings, ToolDesk tools, InstantSource time) {
        var nothing = new InMemoryMeetingStore();
        return new HttpRoutes(
                settings,
                address(),
                new Desks(
                        archive(nothing, nothing, time),
                        tasks(nothing, time),
                        tools,
                        new FrontDesk(false, time).desk(),
                        new BackOffice().desk()),
                time);
    }

    private static HttpRoutes routes(
            HttpSettings settings,
            MeetingArchive archive,
            MeetingDisposal disposal,
            InstantSource time) {
        return new HttpRoutes(
                settings,
                address(),
                new Desks(
                        archive(archive, disposal, time),
                        tasks(archive, time),
                        NO_TOOLS,
                        new FrontDesk(false, time).desk(),
                        new BackOffice().desk()),
                time);
    }

    private static ArchiveDesk archive(
            MeetingArchive archive, MeetingDisposal disposal, InstantSource time) {
        return new ArchiveDesk(
                archive,
                ArchiveFeature.search(archive, time),
                ArchiveFeature.removals(
                        new ArchiveFeature.Ports(
                                disposal,
                                Runnable::run,
                                new VirtualTime(AT_NOON.instant()),
                                time,
                                () -> 100)));
    }

    private static TaskDesk tasks(MeetingArchive archive, InstantSource time) {
        Tasks tasks = tasks(new InMemoryTaskStore(), time);
        return new TaskDesk(tasks, new MeetingImport(archive, tasks));
    }

    /// Tasks as they really are, of badges that are all away.
    static Tasks tasks(TaskStore store, InstantSource time) {
        VirtualTime alarms = new VirtualTime(AT_NOON.instant());
        StepExecutor threads = new StepExecutor();
        return TaskFeature.create(
                new TaskFeature.Ports(
                        store,
                        new RecordingBadgeLink(alarms, threads),
                        threads,
                        alarms,
                        time,
                        () -> TaskSettings.DEFAULTS));
    }

    private static BadgeAddress address() {
        var settings =
                new AddressSettings(
                        Optional.empty(), Optional.empty(), "0.0.0.0", BOTH_PATHS, false);
        return new BadgeAddress(settings, () -> "192.168.7.9", () -> 8004);
    }
}
