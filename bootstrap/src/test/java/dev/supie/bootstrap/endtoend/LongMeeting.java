package dev.supie.bootstrap.endtoend;

import dev.supie.adapter.out.jooq.DatabaseOpenException;
import dev.supie.adapter.out.llm.ExtractiveSummarizer;
import dev.supie.application.connection.BadgeRequest;
import dev.supie.application.connection.ConnectionFeature;
import dev.supie.application.connection.Connections;
import dev.supie.application.connection.port.BadgeMessage;
import dev.supie.application.connection.port.Rid;
import dev.supie.application.fake.RecordingBadgeLink;
import dev.supie.application.fake.ScriptedColleagues;
import dev.supie.application.fake.StepExecutor;
import dev.supie.application.fake.VirtualTime;
import dev.supie.application.fixture.Bench;
import dev.supie.application.fixture.DeafEars;
import dev.supie.application.fixture.NoTasks;
import dev.supie.application.meeting.MeetingFeature;
import dev.supie.application.meeting.Meetings;
import dev.supie.application.meeting.port.FinalizingWatch;
import dev.supie.application.meeting.port.Summarizer;
import dev.supie.application.peer.PeerFeature;
import dev.supie.application.runtime.Workers;
import dev.supie.domain.connection.ConnectionSettings;
import dev.supie.domain.connection.DuplicateSettings;
import dev.supie.domain.connection.Mode;
import dev.supie.domain.connection.ModeAction;
import dev.supie.domain.kernel.DeviceId;
import dev.supie.domain.kernel.SessionId;
import dev.supie.domain.meeting.Intake;
import dev.supie.domain.meeting.MeetingId;
import dev.supie.domain.meeting.MeetingSettings;
import dev.supie.domain.meeting.SnippetInput;
import dev.supie.domain.meeting.Summary;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.stream.LongStream;

/// Meetings of one badge after the other on the real services and the real store, in virtual time
/// and on the caller's thread alone.
final class LongMeeting implements AutoCloseable {

    private static final int WORKERS = 4;

    private final VirtualTime time;
    private final StepExecutor threads = new StepExecutor();
    private final RecordingBadgeLink link;
    private final Summarizer summarizer = new ExtractiveSummarizer();
    private final DetachableStore store;
    private final Connections connections;
    private final SessionId session;
    private int sessions;
    private int meetings;

    LongMeeting(Path folder, Instant start) throws DatabaseOpenException {
        time = new VirtualTime(start);
        link = new RecordingBadgeLink(time, threads);
        store = new DetachableStore(folder);
        connections =
                ConnectionFeature.create(
                        new ConnectionFeature.Ports(
                                link,
                                threads,
                                time,
                                time,
                                DeafEars.on(threads, time, time),
                                () -> new SessionId("session-" + ++sessions),
                                1,
                                () -> ConnectionSettings.DEFAULTS,
                                () -> DuplicateSettings.DEFAULTS),
                        this::meetings,
                        new NoTasks(),
                        PeerFeature.off(link),
                        Bench.STATS_ON_REQUEST);
        session = connected();
    }

    private Meetings meetings(FinalizingWatch watch) {
        Meetings made =
                MeetingFeature.create(
                        new MeetingFeature.Ports(
                                store,
                                link,
                                summarizer,
                                summarizer,
                                new Workers(threads, WORKERS),
                                threads,
                                time,
                                time,
                                () -> new MeetingId("meeting-" + ++meetings),
                                () -> MeetingSettings.DEFAULTS,
                                Optional.empty(),
                                ScriptedColleagues.strangers()),
                        watch);
        made.recover();
        return made;
    }

    private SessionId connected() {
        if (!(connections.admit(new DeviceId("badge"))
                instanceof Connections.Admission.Admitted(SessionId admitted))) {
            throw new IllegalStateException("not admitted");
        }
        link.connect(admitted);
        connections.opened(admitted, "127.0.0.1");
        threads.runAll();
        return admitted;
    }

    /// Starts a meeting, or resumes the one that runs.
    void start() {
        send(new BadgeRequest.SwitchMode(ModeAction.START, Mode.MEETING, Rid.NONE));
    }

    /// Starts a meeting and says so many things spread evenly over its length; the meeting goes on.
    void hold(Duration length, int snippets, LongFunction<String> said) {
        start();
        Duration pause = length.dividedBy(snippets);
        for (int i = 0; i < snippets; i++) {
            pass(pause);
            say(List.of(new SnippetInput("speech", said.apply(i), "")));
        }
    }

    /// Starts a meeting in which two people take turns, as fast as the rules let them (MTG-3),
    /// until there are so many segments; the meeting goes on.
    void talkByTurns(int segments, LongFunction<String> said) {
        start();
        for (int first = 0; first < segments; first += Intake.RATE_MAX) {
            say(
                    LongStream.range(first, Math.min(segments, first + Intake.RATE_MAX))
                            .mapToObj(
                                    n ->
                                            new SnippetInput(
                                                    "speech",
                                                    said.apply(n),
                                                    n % 2 == 0 ? "Li" : "Zoe"))
                            .toList());
            pass(Duration.ofSeconds(1));
        }
        pass(MeetingSettings.DEFAULTS.pushInterval());
    }

    private void say(List<SnippetInput> items) {
        send(new BadgeRequest.AddSnippets(items, Rid.NONE));
        forgetWhatWasHeard(items.size());
    }

    /// Ends the meeting; its final summary.
    Summary finish() {
        send(new BadgeRequest.FinalizeMeeting(Rid.NONE));
        List<Summary> summaries = new ArrayList<>();
        for (BadgeMessage message : link.take(session)) {
            if (message instanceof BadgeMessage.MeetingSummary(Summary summary, _, _)) {
                summaries.add(summary);
            }
        }
        if (summaries.size() != 1) {
            throw new AssertionError("summaries at the end: " + summaries);
        }
        return summaries.getFirst();
    }

    private void send(BadgeRequest request) {
        Connections.Receipt receipt = connections.receive(session, request);
        if (receipt != Connections.Receipt.TAKEN) {
            throw new AssertionError(receipt);
        }
        threads.runAll();
    }

    private void pass(Duration duration) {
        Instant end = time.instant().plus(duration);
        while (time.nextAlarm().filter(due -> !due.isAfter(end)).isPresent()) {
            time.fireNext();
            threads.runAll();
        }
        time.jump(Duration.between(time.instant(), end));
    }

    private void forgetWhatWasHeard(int accepted) {
        for (BadgeMessage message : link.take(session)) {
            if (message instanceof BadgeMessage.SnippetReceipt receipt
                    && receipt.accepted() != accepted) {
                throw new AssertionError("not accepted: " + receipt);
            }
        }
    }

    /// Gives up the database and nothing else: what the services hold can still be reached.
    @Override
    public void close() {
        store.close();
    }
}
