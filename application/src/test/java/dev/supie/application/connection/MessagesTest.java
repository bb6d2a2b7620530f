package dev.supie.application.connection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.supie.application.connection.port.BadgeMessage;
import dev.supie.application.connection.port.BadgeMessage.FeatureError;
import dev.supie.application.connection.port.ErrorCode;
import dev.supie.application.connection.port.PeerNews;
import dev.supie.application.connection.port.Rid;
import dev.supie.application.fake.InMemoryPeerStore;
import dev.supie.application.fake.InMemoryTaskStore;
import dev.supie.application.fake.RecordingBadgeLink;
import dev.supie.application.fake.ScriptedTaskBoards;
import dev.supie.application.fake.StepExecutor;
import dev.supie.application.fake.VirtualTime;
import dev.supie.application.fixture.Bench;
import dev.supie.application.fixture.PeerBench;
import dev.supie.application.meeting.Meetings;
import dev.supie.application.peer.PeerFeature;
import dev.supie.application.peer.PeerTally;
import dev.supie.application.peer.Peers;
import dev.supie.application.runtime.Rounds;
import dev.supie.application.runtime.Workers;
import dev.supie.application.task.TaskFeature;
import dev.supie.application.task.Tasks;
import dev.supie.domain.connection.ClientFeatures;
import dev.supie.domain.kernel.DeviceId;
import dev.supie.domain.kernel.SessionId;
import dev.supie.domain.peer.InboxSettings;
import dev.supie.domain.task.TaskSettings;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What connections do for messages between badges (CON-1, CON-2, PEER-5, PEER-7).
class MessagesTest {

    private static final String ME = "aa:02";
    private static final ClientFeatures ACKS = new ClientFeatures(false, true);

    private final VirtualTime time = new VirtualTime(Bench.START);
    private final StepExecutor threads = new StepExecutor();

    /// Rounds of messages; run with the others, unless a test holds them up.
    private final StepExecutor rounds = new StepExecutor();

    private final RecordingBadgeLink link = new RecordingBadgeLink(time, threads);
    private final Meetings meetings = new QuietMeetings();
    private long ids;
    private Connections connections = connections(carried());

    private Peers carried() {
        return PeerFeature.create(
                new PeerFeature.Ports(
                        new InMemoryPeerStore(),
                        link,
                        Optional::empty,
                        new Workers(threads, 1),
                        rounds,
                        time,
                        time,
                        () -> ++ids,
                        () -> PeerBench.settings(InboxSettings.DEFAULTS),
                        new ScriptedTaskBoards(),
                        new PeerTally()));
    }

    private Connections connections(Peers peers) {
        Tasks tasks =
                TaskFeature.create(
                        new TaskFeature.Ports(
                                new InMemoryTaskStore(),
                                link,
                                threads,
                                time,
                                time,
                                () -> TaskSettings.DEFAULTS));
        return ConnectionFeature.create(
                PlainPorts.on(link, threads, time),
                _ -> meetings,
                tasks,
                peers,
                Bench.STATS_ON_REQUEST);
    }

    private void settle() {
        for (int turn = 0; turn < 10; turn++) {
            threads.runAll();
            rounds.runAll();
        }
    }

    private SessionId connect(String device) {
        Connections.Admission admission = connections.admit(new DeviceId(device));
        SessionId session =
                assertInstanceOf(Connections.Admission.Admitted.class, admission).session();
        link.connect(session);
        connections.opened(session, "127.0.0.1");
        settle();
        return session;
    }

    private void ask(SessionId session, BadgeRequest request) {
        connections.receive(session, request);
        settle();
    }

    private static BadgeRequest message(String text, String to, Rid rid) {
        return new BadgeRequest.SendMessage(PeerBench.request(text, to), rid);
    }

    private void pass(Duration duration) {
        time.jump(duration);
        while (time.nextAlarm().filter(due -> !due.isAfter(time.instant())).isPresent()) {
            time.fireNext();
            settle();
        }
    }

    private List<String> kinds(SessionId session) {
        return link.take(session).stream().flatMap(MessagesTest::kind).toList();
    }

    private static Stream<String> kind(BadgeMessage message) {
        return switch (message) {
            case BadgeMessage.Welcome _ -> Stream.of("hello");
            case BadgeMessage.Peer(PeerNews.Delivery _, Rid _) -> Stream.of("message");
            case BadgeMessage.Peer(PeerNews.BacklogEnd _, Rid _) -> Stream.of("backlog end");
            case BadgeMessage.TaskList _ -> Stream.of("tasks");
            case FeatureError error -> Stream.of(error.code().name());
            // Neither statistics nor receipts are looked at here.
            default -> Stream.empty();
        };
    }

    @Test
    void everyHelloNamesTheInboxes() {
        SessionId me = connect(ME);
        ask(me, new BadgeRequest.Hello(ACKS, new Rid("h")));

        List<BadgeMessage.Welcome> hellos = link.sentTo(me, BadgeMessage.Welcome.class);
        assertEquals(
                List.of(
                        new BadgeMessage.Welcome(me, "epoch-1", Rid.NONE),
                        new BadgeMessage.Welcome(me, "epoch-1", new Rid("h"))),
                hellos);
    }

    @Test
    void messagesComeBeforeTasks() {
        SessionId li = connect("aa:01");
        ask(li, message("one", ME, Rid.NONE));
        ask(li, message("two", ME, Rid.NONE));

        SessionId me = connect(ME);
        assertEquals(List.of("hello"), kinds(me));
        ask(me, new BadgeRequest.Hello(ACKS, Rid.NONE));

        assertEquals(List.of("hello", "message", "message", "backlog end", "tasks"), kinds(me));
    }

    @Test
    void tasksDoNotWaitForABadgeThatSaysNothing() {
        SessionId li = connect("aa:01");
        ask(li, message("one", ME, Rid.NONE));
        SessionId me = connect(ME);

        pass(Duration.ofSeconds(3));

        assertEquals(List.of("hello", "message", "backlog end", "tasks"), kinds(me));
    }

    @Test
    void whoeverAsksForTasksIsAnswered() {
        SessionId li = connect("aa:01");
        ask(li, message("one", ME, Rid.NONE));
        SessionId me = connect(ME);

        ask(me, new BadgeRequest.PullTasks(new Rid("p")));

        List<Rid> answers =
                link.sentTo(me, BadgeMessage.TaskList.class).stream()
                        .map(BadgeMessage.TaskList::rid)
                        .toList();
        assertEquals(List.of(Rid.NONE, new Rid("p")), answers);
    }

    @Test
    void anAcknowledgementOfEitherKindCounts() {
        SessionId li = connect("aa:01");
        SessionId me = connect(ME);
        ask(me, new BadgeRequest.Hello(ACKS, Rid.NONE));
        ask(li, message("one", ME, Rid.NONE));
        ask(li, message("two", ME, Rid.NONE));
        PeerNews.Delivery second =
                link.sentTo(me, BadgeMessage.Peer.class).stream()
                        .map(BadgeMessage.Peer::news)
                        .filter(PeerNews.Delivery.class::isInstance)
                        .map(PeerNews.Delivery.class::cast)
                        .toList()
                        .getLast();

        ask(me, new BadgeRequest.AcknowledgeUpTo(1, Rid.NONE));
        ask(me, new BadgeRequest.AcknowledgeOne(second.message().id(), Rid.NONE));
        connections.closed(me);
        SessionId again = connect(ME);
        ask(again, new BadgeRequest.Hello(ACKS, Rid.NONE));

        assertTrue(kinds(again).stream().noneMatch("message"::equals));
    }

    @Test
    void aConnectionThatWasTakenOverSendsNothing() {
        SessionId old = connect(ME);
        SessionId now = connect(ME);
        link.take(old);

        ask(old, message("from the old one", "aa:01", new Rid("r")));

        FeatureError error = link.sentTo(old, FeatureError.class).getLast();
        assertEquals(ErrorCode.UNAUTHORIZED, error.code());
        assertEquals("peer", error.feature());
        assertEquals(new Rid("r"), error.rid());
        assertTrue(link.sentTo(now, FeatureError.class).isEmpty());
    }

    /// MSG-4: nothing is queued without limit.
    @Test
    void whenTooMuchIsWaitingTheBadgeIsTold() {
        SessionId me = connect(ME);
        link.take(me);
        for (int i = 0; i < Rounds.WAITING_MAX; i++) {
            connections.receive(me, message("text", "aa:01", Rid.NONE));
            threads.runAll();
        }
        assertEquals(List.of(), link.sentTo(me, FeatureError.class));

        connections.receive(me, message("one too many", "aa:01", new Rid("r")));
        threads.runAll();

        FeatureError error = link.sentTo(me, FeatureError.class).getLast();
        assertEquals(ErrorCode.BUSY, error.code());
        assertEquals(new Rid("r"), error.rid());
    }

    @Test
    void whereMessagesAreSwitchedOffWhoeverSendsIsTold() {
        connections = connections(PeerFeature.off(link));
        SessionId me = connect(ME);
        ask(me, new BadgeRequest.Hello(ACKS, Rid.NONE));
        ask(me, message("text", "aa:01", new Rid("r")));
        ask(me, new BadgeRequest.AcknowledgeUpTo(1, new Rid("a")));

        assertEquals(List.of("hello", "tasks", "hello", "UNAUTHORIZED"), kinds(me));
        assertEquals(List.of(), link.sentTo(me, BadgeMessage.Peer.class));
    }
}
