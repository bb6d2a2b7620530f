package dev.supie.application.connection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.supie.application.coding.CodingFeature;
import dev.supie.application.connection.port.Rid;
import dev.supie.application.conversation.ConversationFeature;
import dev.supie.application.fake.RecordingBadgeLink;
import dev.supie.application.fake.StepExecutor;
import dev.supie.application.fake.VirtualTime;
import dev.supie.application.fixture.Bench;
import dev.supie.application.fixture.NoTasks;
import dev.supie.application.peer.PeerFeature;
import dev.supie.application.tool.BadgeTools;
import dev.supie.domain.connection.ClientFeatures;
import dev.supie.domain.kernel.DeviceId;
import dev.supie.domain.kernel.SessionId;
import dev.supie.domain.tool.DeviceReply;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// CHAT-3: what connections say about their badges' tools, and when.
class ToolsTest {

    private static final ClientFeatures MCP = new ClientFeatures(true, false);
    private static final ClientFeatures NOTHING = new ClientFeatures(false, false);

    private final List<String> said = new ArrayList<>();
    private final VirtualTime time = new VirtualTime(Bench.START);
    private final StepExecutor threads = new StepExecutor();
    private final RecordingBadgeLink link = new RecordingBadgeLink(time, threads);
    private final Connections connections = connections();

    private Connections connections() {
        return ConnectionFeature.create(
                PlainPorts.on(link, threads, time),
                new ConnectionFeature.Features(
                        _ -> new QuietMeetings(),
                        new NoTasks(),
                        PeerFeature.off(link),
                        CodingFeature.byRules(link, threads, time, time),
                        ConversationFeature.mute(),
                        new Heard(),
                        Bench.STATS_ON_REQUEST,
                        Optional.empty()));
    }

    private final class Heard implements BadgeTools {

        @Override
        public void announced(SessionId session) {
            said.add("announced " + session);
        }

        @Override
        public void answered(SessionId session, int request, DeviceReply reply) {
            said.add("answered " + session + " " + request + " " + reply);
        }

        @Override
        public void left(SessionId session) {
            said.add("left " + session);
        }
    }

    private SessionId connect() {
        Connections.Admission admission = connections.admit(new DeviceId("aa:01"));
        SessionId session =
                assertInstanceOf(Connections.Admission.Admitted.class, admission).session();
        link.connect(session);
        connections.opened(session, "127.0.0.1");
        threads.runAll();
        return session;
    }

    private void ask(SessionId session, BadgeRequest request) {
        connections.receive(session, request);
        threads.runAll();
    }

    private void hello(SessionId session, ClientFeatures features) {
        ask(session, new BadgeRequest.Hello(features, Rid.NONE));
    }

    @Test
    void aHelloWithMcpAnnouncesThem() {
        SessionId badge = connect();
        hello(badge, NOTHING);
        assertEquals(List.of(), said);
        hello(badge, MCP);

        assertEquals(List.of("announced session-1"), said);
    }

    @Test
    void answersAreHandedOn() {
        SessionId badge = connect();
        ask(badge, new BadgeRequest.ToolAnswer(7, new DeviceReply.Done()));

        assertEquals(List.of("answered session-1 7 Done[]"), said);
    }

    @Test
    void theEndIsTold() {
        SessionId badge = connect();
        connections.closed(badge);
        threads.runAll();

        assertEquals(List.of("left session-1"), said);
    }

    @Test
    void aConnectionThatWasReplacedAnnouncesNothing() {
        SessionId old = connect();
        connect();
        hello(old, MCP);

        assertEquals(List.of(), said);
    }

    @Test
    void whatComesAfterTheEndAnnouncesNothing() {
        SessionId badge = connect();
        connections.closed(badge);
        threads.runAll();
        hello(badge, MCP);

        assertEquals(List.of("left session-1"), said);
    }
}
