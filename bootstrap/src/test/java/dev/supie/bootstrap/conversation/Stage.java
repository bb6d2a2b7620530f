package dev.supie.bootstrap.conversation;

import dev.supie.adapter.in.badge.BadgeEndpoint;
import dev.supie.adapter.in.badge.BadgeGate;
import dev.supie.adapter.in.badge.BadgeLinks;
import dev.supie.adapter.in.badge.BadgePaths;
import dev.supie.adapter.in.badge.codec.InsightFingerprint;
import dev.supie.adapter.in.http.ArchiveDesk;
import dev.supie.adapter.in.http.DeviceDesk;
import dev.supie.adapter.in.http.TaskDesk;
import dev.supie.adapter.in.http.ToolDesk;
import dev.supie.adapter.in.network.TrustedProxies;
import dev.supie.adapter.in.websocket.HandshakeDecision;
import dev.supie.adapter.in.websocket.HandshakeRequest;
import dev.supie.adapter.out.llm.ExtractiveSummarizer;
import dev.supie.application.access.Access;
import dev.supie.application.archive.ArchiveFeature;
import dev.supie.application.coding.CodingFeature;
import dev.supie.application.coding.CodingTally;
import dev.supie.application.coding.Codings;
import dev.supie.application.coding.port.BuildAdviser;
import dev.supie.application.connection.ConnectionFeature;
import dev.supie.application.connection.Connections;
import dev.supie.application.enrolment.EnrolmentFeature;
import dev.supie.application.enrolment.Enrolments;
import dev.supie.application.enrolment.port.SerialKeys;
import dev.supie.application.fake.CountedChance;
import dev.supie.application.fake.InMemoryDeviceStore;
import dev.supie.application.fake.InMemoryMeetingStore;
import dev.supie.application.fake.InMemoryPeerStore;
import dev.supie.application.fake.InMemoryTaskStore;
import dev.supie.application.fake.KeyedTokens;
import dev.supie.application.fake.LoudnessDetectors;
import dev.supie.application.fake.ScriptedColleagues;
import dev.supie.application.fake.ScriptedRecognizer;
import dev.supie.application.fake.StepExecutor;
import dev.supie.application.fake.ToyPacketDecoders;
import dev.supie.application.fake.VirtualTime;
import dev.supie.application.meeting.MeetingFeature;
import dev.supie.application.meeting.Meetings;
import dev.supie.application.meeting.port.FinalizingWatch;
import dev.supie.application.peer.PeerFeature;
import dev.supie.application.peer.PeerTally;
import dev.supie.application.peer.Peers;
import dev.supie.application.runtime.Workers;
import dev.supie.application.server.StatsSource;
import dev.supie.application.speech.Ears;
import dev.supie.application.speech.SpeechFeature;
import dev.supie.application.speech.SpeechSettings;
import dev.supie.application.task.MeetingImport;
import dev.supie.application.task.MessageImport;
import dev.supie.application.task.TaskFeature;
import dev.supie.application.task.Tasks;
import dev.supie.domain.coding.CodingSettings;
import dev.supie.domain.connection.ConnectionSettings;
import dev.supie.domain.kernel.DeviceId;
import dev.supie.domain.kernel.SessionId;
import dev.supie.domain.meeting.MeetingId;
import dev.supie.domain.server.MachineUse;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/// The server from the handshake of a badge inwards, for real, on virtual time and one thread. Only
/// the socket, the store and the clock are stand-ins; ids are counted, so that every run is the
/// same to the letter.
final class Stage {

    static final Instant START = Instant.parse("2026-11-21T09:00:00Z");

    private static final int WORKERS = 4;
    private static final MachineUse MACHINE = new MachineUse(7, 25, 512, 2048);

    final VirtualTime time = new VirtualTime(START);
    final InMemoryMeetingStore store = new InMemoryMeetingStore();
    private final InMemoryTaskStore tasks = new InMemoryTaskStore();
    private final InMemoryPeerStore peers = new InMemoryPeerStore("inboxes-1");
    private final InMemoryDeviceStore devices = new InMemoryDeviceStore();
    private final MoodySummarizer model = new MoodySummarizer(new ExtractiveSummarizer());
    private final StepExecutor threads = new StepExecutor();
    private final ScriptedRecognizer recognizer = new ScriptedRecognizer("embedded", threads, time);
    private final List<BadgeSocket> sockets = new ArrayList<>();
    private final StageSettings settings;
    final TalkStage talk;
    final StageControl control = new StageControl();
    private final Enrolments enrolments;
    private boolean modelHangs;
    private Optional<HangingCall> hanging = Optional.empty();
    private int sessions;
    private int meetings;
    private int messages;
    private final Access access;
    private final Map<BadgeSocket, SessionId> badges = new HashMap<>();
    private BadgeEndpoint endpoint;
    private BadgeLinks links;
    private StageTools tools;
    private Tasks boards;
    private Connections connections;

    Stage(StageSettings settings) {
        this.settings = settings;
        this.talk = new TalkStage(settings.given());
        this.enrolments = enrolments();
        this.access = settings.access(time, enrolments);
        links = new BadgeLinks(time);
        tools = new StageTools(links, time, threads);
        boards = tasks(links);
        connections = connections(links, boards);
        endpoint = endpoint(links);
    }

    /// Tokens are made from a key that anybody can read, and codes are counted.
    private Enrolments enrolments() {
        EnrolmentFeature.Ports ports =
                new EnrolmentFeature.Ports(
                        devices,
                        new KeyedTokens("key"),
                        new CountedChance(),
                        (_, _, _) -> SerialKeys.Verdict.KEY_UNKNOWN,
                        time,
                        settings::approvalNeeded,
                        this::sendAway);
        return EnrolmentFeature.create(ports);
    }

    /// The archive of the same store; nothing is beyond its retention.
    ArchiveDesk archive() {
        return new ArchiveDesk(
                store,
                ArchiveFeature.search(store, time),
                ArchiveFeature.removals(
                        new ArchiveFeature.Ports(store, threads, time, time, () -> 100)));
    }

    /// The tasks of the same badges, until a restart.
    TaskDesk taskDesk() {
        return new TaskDesk(boards, new MeetingImport(store, boards));
    }

    /// Our tools over the same tasks and meetings.
    ToolDesk toolDesk() {
        return tools.desk(boards, archive(), links, settings);
    }

    DeviceDesk desk() {
        return new DeviceDesk(enrolments, settings.adminToken(), _ -> {}, control::reload);
    }

    private void sendAway(DeviceId device) {
        connections.dismiss(device);
    }

    private Connections connections(BadgeLinks links, Tasks shared) {
        ConnectionFeature.Ports ports =
                new ConnectionFeature.Ports(
                        links,
                        threads,
                        time,
                        time,
                        ears(),
                        this::freshSession,
                        settings.connectionsMax(),
                        () -> ConnectionSettings.DEFAULTS,
                        settings::duplicates);
        StatsSource stats = new StatsSource(() -> MACHINE, settings::statsToAll);
        return ConnectionFeature.create(
                ports,
                new ConnectionFeature.Features(
                        watch -> meetings(links, watch),
                        shared,
                        peers(links, shared),
                        codings(links),
                        talk.conversations(links, threads, time),
                        tools.ofBadges(),
                        stats,
                        Optional.of(
                                control.over(settings, links, threads, time, this::drainSoon))));
    }

    /// Builds are read by rules.
    private Codings codings(BadgeLinks links) {
        return CodingFeature.create(
                new CodingFeature.Ports(
                        BuildAdviser.NONE,
                        links,
                        threads,
                        time,
                        time,
                        () -> CodingSettings.DEFAULTS,
                        settings::builds,
                        new InsightFingerprint(),
                        new CodingTally()));
    }

    private SessionId freshSession() {
        sessions++;
        return lastSession();
    }

    private SessionId lastSession() {
        return new SessionId("00000000-0000-4000-8000-%012d".formatted(sessions));
    }

    private Tasks tasks(BadgeLinks links) {
        return TaskFeature.create(
                new TaskFeature.Ports(tasks, links, threads, time, time, settings::tasks));
    }

    private Peers peers(BadgeLinks links, Tasks shared) {
        Peers created =
                settings.peers()
                        .map(
                                chosen ->
                                        PeerFeature.create(
                                                new PeerFeature.Ports(
                                                        peers,
                                                        links,
                                                        Optional::empty,
                                                        new Workers(threads, WORKERS),
                                                        threads,
                                                        time,
                                                        time,
                                                        () -> ++messages,
                                                        () -> chosen,
                                                        new MessageImport(shared, settings::tasks),
                                                        new PeerTally())))
                        .orElseGet(() -> PeerFeature.off(links));
        created.recover();
        return created;
    }

    private Ears ears() {
        return SpeechFeature.create(
                new SpeechFeature.Ports(
                        new ToyPacketDecoders(),
                        new LoudnessDetectors(),
                        List.of(recognizer),
                        threads,
                        time,
                        time,
                        () -> SpeechSettings.DEFAULTS));
    }

    private Meetings meetings(BadgeLinks links, FinalizingWatch watch) {
        MeetingFeature.Ports ports =
                new MeetingFeature.Ports(
                        store,
                        links,
                        model,
                        new ExtractiveSummarizer(),
                        new Workers(this::summarise, WORKERS),
                        threads,
                        time,
                        time,
                        () -> new MeetingId("00000000-0000-4000-9000-%012d".formatted(++meetings)),
                        settings::meeting,
                        Optional.empty(),
                        new MeetingFeature.Sharing(
                                ScriptedColleagues.countedCodes(),
                                settings.colleagues(),
                                settings::showing));
        Meetings created = MeetingFeature.create(ports, watch);
        created.recover();
        return created;
    }

    /// One call hangs; what is asked of the next worker is not held up by it.
    private void summarise(Runnable task) {
        threads.execute(modelHangs ? () -> hangIn(task) : task);
        modelHangs = false;
    }

    private void hangIn(Runnable task) {
        HangingCall call = new HangingCall();
        hanging = Optional.of(call);
        model.hangIn(call);
        call.begin(task);
    }

    private BadgeEndpoint endpoint(BadgeLinks links) {
        return new BadgeEndpoint(
                BadgePaths.STANDARD,
                new BadgeGate(access, TrustedProxies.NONE),
                connections,
                links,
                time,
                () -> "0a1b2c3d");
    }

    /// A server that was killed, and another one on the same store.
    void restart() {
        sockets.forEach(BadgeSocket::lose);
        sockets.clear();
        threads.forget();
        hanging = Optional.empty();
        modelHangs = false;
        time.forget();
        links = new BadgeLinks(time);
        tools = new StageTools(links, time, threads);
        boards = tasks(links);
        connections = connections(links, boards);
        endpoint = endpoint(links);
        threads.runAll();
    }

    HandshakeDecision handshake(HandshakeRequest request) {
        return endpoint.handshake(request);
    }

    BadgeSocket open(HandshakeDecision.Accept accepted) {
        BadgeSocket socket = new BadgeSocket(accepted.listener(), threads);
        sockets.add(socket);
        badges.put(socket, lastSession());
        socket.open();
        settle();
        return socket;
    }

    /// Lets everything happen that needs no time.
    void settle() {
        threads.runAll();
    }

    void pass(Duration duration) {
        Instant end = time.instant().plus(duration);
        while (time.nextAlarm().filter(due -> !due.isAfter(end)).isPresent()) {
            time.fireNext();
            settle();
        }
        time.jump(Duration.between(time.instant(), end));
    }

    private void drainSoon() {
        threads.execute(this::drain);
    }

    void drain() {
        CompletableFuture<Void> drained = connections.drain();
        settle();
        if (!drained.isDone()) {
            throw new AssertionError("the server is not drained");
        }
    }

    /// A model calls a tool of this badge.
    void call(BadgeSocket badge, String name, String arguments, Consumer<String> told) {
        SessionId session = badges.getOrDefault(badge, lastSession());
        tools.call(session, name, arguments, told);
        settle();
    }

    ScriptedRecognizer recognizer() {
        return recognizer;
    }

    void modelIsCalled(String alias) {
        model.call(alias);
    }

    void modelFails(String reason) {
        model.failWith(reason);
    }

    void modelHangs() {
        modelHangs = true;
    }

    void modelAnswers() {
        hanging.ifPresent(HangingCall::answer);
        hanging = Optional.empty();
        settle();
    }

    void storeFails() {
        store.failNextSaveBefore();
        tasks.failNextSaveBefore();
        peers.failSavesBefore(1);
    }
}
