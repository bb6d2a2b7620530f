package dev.supie.application.connection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.supie.application.access.port.Credential;
import dev.supie.application.administration.port.AuditTrail;
import dev.supie.application.administration.port.ReloadReport;
import dev.supie.application.coding.CodingFeature;
import dev.supie.application.connection.port.BadgeMessage.FeatureError;
import dev.supie.application.connection.port.BadgeMessage.ServerReceipt;
import dev.supie.application.connection.port.ErrorCode;
import dev.supie.application.connection.port.Rid;
import dev.supie.application.conversation.ConversationFeature;
import dev.supie.application.fake.RecordingBadgeLink;
import dev.supie.application.fake.StepExecutor;
import dev.supie.application.fake.VirtualTime;
import dev.supie.application.fixture.Bench;
import dev.supie.application.fixture.NoTasks;
import dev.supie.application.peer.PeerFeature;
import dev.supie.application.server.ServerControl;
import dev.supie.application.server.port.Restarting;
import dev.supie.application.tool.BadgeToolFeature;
import dev.supie.domain.kernel.DeviceId;
import dev.supie.domain.kernel.SessionId;
import dev.supie.domain.server.ServerCommand;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// SRV-2 from a connection's side: whose command it is, and who may not give one.
final class CommandTest {

    private static final Rid RID = new Rid("r1");

    private final VirtualTime time = new VirtualTime(Bench.START);
    private final StepExecutor threads = new StepExecutor();
    private final RecordingBadgeLink link = new RecordingBadgeLink(time, threads);
    private final List<AuditTrail.Entry> noted = new ArrayList<>();
    private int restarts;

    private Connections connections(Optional<ServerControl> control) {
        return ConnectionFeature.create(
                PlainPorts.on(link, threads, time),
                new ConnectionFeature.Features(
                        _ -> new QuietMeetings(),
                        new NoTasks(),
                        PeerFeature.off(link),
                        CodingFeature.byRules(link, threads, time, time),
                        ConversationFeature.mute(),
                        BadgeToolFeature.none(),
                        Bench.STATS_ON_REQUEST,
                        control));
    }

    private ServerControl control() {
        return new ServerControl(
                new ServerControl.Ports(
                        presented -> presented.reveal().equals("right"),
                        () -> new ReloadReport.Applied(List.of(), List.of()),
                        Optional.of(new OwnProcess()),
                        noted::add,
                        link,
                        threads,
                        time));
    }

    private final class OwnProcess implements Restarting {

        @Override
        public List<String> obstacles() {
            return List.of();
        }

        @Override
        public void restart() {
            restarts++;
        }
    }

    private SessionId connect(Connections connections) {
        Connections.Admission admission = connections.admit(new DeviceId("aa:01"));
        SessionId session =
                assertInstanceOf(Connections.Admission.Admitted.class, admission).session();
        link.connect(session);
        connections.opened(session, "192.0.2.7");
        threads.runAll();
        return session;
    }

    private void restart(Connections connections, SessionId session) {
        connections.receive(
                session,
                new BadgeRequest.CommandServer(
                        ServerCommand.RESTART, new Credential("right"), RID));
        threads.runAll();
    }

    @Test
    void theOrderSaysFromWhereItCame() {
        Connections connections = connections(Optional.of(control()));
        SessionId badge = connect(connections);
        restart(connections, badge);

        assertEquals(1, restarts);
        assertEquals(RID, link.sentTo(badge, ServerReceipt.class).getFirst().rid());
        assertEquals(
                List.of(
                        new AuditTrail.Entry(
                                "admin-token", "192.0.2.7", "restart", "aa:01", "done")),
                noted);
    }

    @Test
    void aConnectionThatWasReplacedCommandsNothing() {
        Connections connections = connections(Optional.of(control()));
        SessionId old = connect(connections);
        connect(connections);
        restart(connections, old);

        assertEquals(0, restarts);
        assertEquals(
                new FeatureError(
                        "server", "restart", ErrorCode.UNAUTHORIZED, Refusal.REPLACED_TEXT, RID),
                link.sentTo(old, FeatureError.class).getFirst());
    }

    @Test
    void whereNobodyMayCommandTheBadgeIsTold() {
        Connections connections = connections(Optional.empty());
        SessionId badge = connect(connections);
        restart(connections, badge);

        assertEquals(
                ErrorCode.INVALID_REQUEST,
                link.sentTo(badge, FeatureError.class).getFirst().code());
    }
}
