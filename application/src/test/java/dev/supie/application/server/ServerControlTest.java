package dev.supie.application.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.supie.application.access.port.Credential;
import dev.supie.application.administration.port.AuditTrail;
import dev.supie.application.administration.port.ReloadReport;
import dev.supie.application.connection.port.BadgeMessage.FeatureError;
import dev.supie.application.connection.port.BadgeMessage.ServerReceipt;
import dev.supie.application.connection.port.ErrorCode;
import dev.supie.application.connection.port.Rid;
import dev.supie.application.fake.RecordingBadgeLink;
import dev.supie.application.fake.StepExecutor;
import dev.supie.application.fake.VirtualTime;
import dev.supie.application.server.port.Restarting;
import dev.supie.domain.kernel.DeviceId;
import dev.supie.domain.kernel.SessionId;
import dev.supie.domain.server.ServerCommand;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// SRV-2: who may command, what comes of it, and what is written down.
final class ServerControlTest {

    private static final SessionId BADGE = new SessionId("session-1");
    private static final Rid RID = new Rid("r1");
    private static final String HOME = "192.0.2.1";
    private static final int FAILED_MAX = 20;

    private final VirtualTime time = new VirtualTime(Instant.parse("2026-01-01T00:00:00Z"));
    private final StepExecutor threads = new StepExecutor();
    private final RecordingBadgeLink link = new RecordingBadgeLink(time, threads);
    private final List<AuditTrail.Entry> noted = new ArrayList<>();
    private final List<Integer> toldBeforeRestart = new ArrayList<>();
    private ReloadReport report = new ReloadReport.Applied(List.of(), List.of());
    private List<String> obstacles = List.of();
    private int reloads;
    private boolean broken;
    private boolean endless;
    private final ServerControl control = control(Optional.of(new OwnProcess()));

    @BeforeEach
    void connect() {
        link.connect(BADGE);
    }

    private ServerControl control(Optional<Restarting> restarting) {
        return new ServerControl(
                new ServerControl.Ports(
                        presented -> presented.reveal().equals("right"),
                        this::reload,
                        restarting,
                        noted::add,
                        link,
                        threads,
                        time));
    }

    private ReloadReport reload() {
        reloads++;
        if (broken) {
            throw new IllegalStateException("broken");
        }
        return report;
    }

    private final class OwnProcess implements Restarting {

        @Override
        public List<String> obstacles() {
            if (broken) {
                throw new IllegalStateException("broken");
            }
            return obstacles;
        }

        @Override
        public void restart() {
            if (endless) {
                throw new IllegalStateException("endless");
            }
            toldBeforeRestart.add(link.sentTo(BADGE).size());
        }
    }

    private void obey(ServerCommand command, String secret) {
        obey(HOME, command, secret);
    }

    private void obey(String address, ServerCommand command, String secret) {
        control.obey(order(address, command), new Credential(secret));
    }

    private static ServerOrder order(String address, ServerCommand command) {
        return new ServerOrder(new DeviceId("aa:01"), BADGE, address, command, RID);
    }

    private static AuditTrail.Entry note(String who, String action, String result) {
        return new AuditTrail.Entry(who, HOME, action, "aa:01", result);
    }

    private List<FeatureError> errors() {
        return link.sentTo(BADGE, FeatureError.class);
    }

    private static FeatureError error(ServerCommand command, ErrorCode code, String text) {
        return new FeatureError("server", ServerControl.wordFor(command), code, text, RID);
    }

    @Test
    void theConfigurationIsReadBesideTheCaller() {
        report = new ReloadReport.Applied(List.of("a.b", "c.d"), List.of("c.d"));
        obey(ServerCommand.UPDATE_CONFIG, "right");
        assertEquals(0, reloads);
        assertEquals(List.of(), link.sentTo(BADGE));

        threads.runAll();

        assertEquals(1, reloads);
        assertEquals(
                List.of(
                        new ServerReceipt(
                                ServerCommand.UPDATE_CONFIG,
                                "changed: a.b, c.d; in force after a restart: c.d",
                                RID)),
                link.sentTo(BADGE));
        assertEquals(List.of(note("admin-token", "update_config", "done")), noted);
        assertEquals(List.of(), toldBeforeRestart);
    }

    @Test
    void aConfigurationThatIsWrongIsAnError() {
        report = new ReloadReport.Refused(List.of("line 1", "line 2"));
        obey(ServerCommand.UPDATE_CONFIG, "right");
        threads.runAll();

        String text = "the configuration was not changed: line 1; line 2";
        assertEquals(
                List.of(error(ServerCommand.UPDATE_CONFIG, ErrorCode.INVALID_REQUEST, text)),
                link.sentTo(BADGE));
        assertEquals(List.of(note("admin-token", "update_config", "malformed")), noted);
    }

    @Test
    void whenTheServerBreaksTheBadgeIsTold() {
        broken = true;
        obey(ServerCommand.UPDATE_CONFIG, "right");
        threads.runAll();

        assertEquals(1, reloads);
        assertEquals(ErrorCode.INTERNAL_ERROR, errors().getFirst().code());
        assertEquals(List.of(note("admin-token", "update_config", "failed")), noted);
    }

    @Test
    void onlySoManyReloadsWait() {
        for (int i = 0; i < ServerControl.RELOADS_MAX; i++) {
            obey(ServerCommand.UPDATE_CONFIG, "right");
        }
        assertEquals(List.of(), link.sentTo(BADGE));
        obey(ServerCommand.UPDATE_CONFIG, "right");
        assertEquals(ErrorCode.BUSY, errors().getFirst().code());

        threads.runAll();
        assertEquals(ServerControl.RELOADS_MAX, reloads);
        obey(ServerCommand.UPDATE_CONFIG, "right");
        threads.runAll();
        assertEquals(ServerControl.RELOADS_MAX + 1, reloads);
        assertEquals(1, errors().size());
    }

    @Test
    void oneThatBreaksLeavesItsPlace() {
        broken = true;
        for (int i = 0; i < ServerControl.RELOADS_MAX; i++) {
            obey(ServerCommand.UPDATE_CONFIG, "right");
            threads.runAll();
        }
        broken = false;
        obey(ServerCommand.UPDATE_CONFIG, "right");
        threads.runAll();

        assertEquals(1, link.sentTo(BADGE, ServerReceipt.class).size());
    }

    @Test
    void aRestartIsAnsweredBeforeItBegins() {
        obey(ServerCommand.RESTART, "right");
        assertEquals(List.of(), link.sentTo(BADGE));
        threads.runAll();

        assertEquals(List.of(1), toldBeforeRestart);
        ServerReceipt receipt = link.sentTo(BADGE, ServerReceipt.class).getFirst();
        assertEquals(ServerCommand.RESTART, receipt.command());
        assertEquals(RID, receipt.rid());
        assertEquals(List.of(note("admin-token", "restart", "done")), noted);
        assertEquals(0, reloads);
    }

    @Test
    void oneRestartWaitsAndNoReloadIsInItsWay() {
        for (int i = 0; i < ServerControl.RELOADS_MAX; i++) {
            obey(ServerCommand.UPDATE_CONFIG, "right");
        }
        obey(ServerCommand.RESTART, "right");
        assertEquals(List.of(), link.sentTo(BADGE));
        obey(ServerCommand.RESTART, "right");
        assertEquals(ErrorCode.BUSY, errors().getFirst().code());

        threads.runAll();
        assertEquals(1, toldBeforeRestart.size());
        obey(ServerCommand.RESTART, "right");
        threads.runAll();
        assertEquals(2, toldBeforeRestart.size());
        assertEquals(1, errors().size());
    }

    @Test
    void aRestartThatBreaksIsNotAnsweredTwice() {
        endless = true;
        obey(ServerCommand.RESTART, "right");
        threads.runAll();

        assertEquals(1, link.sentTo(BADGE, ServerReceipt.class).size());
        assertEquals(List.of(), errors());
        assertEquals(
                List.of(
                        note("admin-token", "restart", "done"),
                        note("admin-token", "restart", "failed")),
                noted);
        endless = false;
        obey(ServerCommand.RESTART, "right");
        threads.runAll();
        assertEquals(1, toldBeforeRestart.size());
    }

    @Test
    void aServerThatWouldNotComeBackIsNotRestarted() {
        obstacles = List.of("line 1", "line 2");
        obey(ServerCommand.RESTART, "right");
        threads.runAll();

        String text =
                "the server was not restarted, because it would not start again: line 1; line 2";
        assertEquals(
                List.of(error(ServerCommand.RESTART, ErrorCode.INVALID_REQUEST, text)),
                link.take(BADGE));
        assertEquals(List.of(note("admin-token", "restart", "malformed")), noted);
        assertEquals(List.of(), toldBeforeRestart);

        obstacles = List.of();
        obey(ServerCommand.RESTART, "right");
        threads.runAll();
        assertEquals(1, toldBeforeRestart.size());
    }

    @Test
    void aServerThatCannotFindOutIsNotRestarted() {
        broken = true;
        obey(ServerCommand.RESTART, "right");
        threads.runAll();

        assertEquals(ErrorCode.INTERNAL_ERROR, errors().getFirst().code());
        assertEquals(List.of(note("admin-token", "restart", "failed")), noted);
        assertEquals(List.of(), toldBeforeRestart);
    }

    @Test
    void aPartOfAnotherProgramIsNotRestarted() {
        control(Optional.empty()).obey(order(HOME, ServerCommand.RESTART), new Credential("right"));

        assertEquals(ErrorCode.INVALID_REQUEST, errors().getFirst().code());
        assertEquals(List.of(note("admin-token", "restart", "refused")), noted);
    }

    @Test
    void aWrongSecretDoesNothingAndIsNotedWithoutIt() {
        obey(ServerCommand.RESTART, "wrong-guess");
        obey(ServerCommand.UPDATE_CONFIG, "wrong-guess");
        threads.runAll();

        String text =
                "content.secret is not the admin token: send server.admin_token, or what the file"
                        + " admin-token in the server's data folder holds";
        assertEquals(
                List.of(
                        error(ServerCommand.RESTART, ErrorCode.UNAUTHORIZED, text),
                        error(ServerCommand.UPDATE_CONFIG, ErrorCode.UNAUTHORIZED, text)),
                link.sentTo(BADGE));
        assertEquals(
                List.of(note("", "restart", "refused"), note("", "update_config", "refused")),
                noted);
        assertFalse(noted.toString().contains("guess"));
        assertEquals(List.of(), toldBeforeRestart);
        assertEquals(0, reloads);
    }

    @Test
    void whoGuessesTooOftenIsNotListenedToForAMinute() {
        for (int i = 0; i < FAILED_MAX; i++) {
            obey(ServerCommand.RESTART, "wrong");
        }
        link.take(BADGE);
        obey(ServerCommand.RESTART, "right");
        assertEquals(
                List.of(
                        error(
                                ServerCommand.RESTART,
                                ErrorCode.RATE_LIMITED,
                                "too many wrong secrets: try again in 60 s")),
                link.take(BADGE));
        assertEquals(List.of(), toldBeforeRestart);
        assertEquals(FAILED_MAX, noted.size());

        obey("192.0.2.2", ServerCommand.RESTART, "right");
        threads.runAll();
        assertEquals(List.of(1), toldBeforeRestart);
        time.advance(Duration.ofMinutes(1));
        obey(ServerCommand.RESTART, "right");
        threads.runAll();
        assertEquals(2, toldBeforeRestart.size());
    }

    @Test
    void manyWhoGuessDoNotFillTheTrail() {
        for (int i = 0; i <= NoteLimiter.NOTED_MAX; i++) {
            obey("192.0.2." + i, ServerCommand.RESTART, "wrong");
        }
        assertEquals(NoteLimiter.NOTED_MAX, noted.size());
        assertEquals(NoteLimiter.NOTED_MAX + 1, errors().size());

        time.advance(NoteLimiter.WINDOW);
        obey("192.0.2.200", ServerCommand.RESTART, "wrong");
        assertEquals(NoteLimiter.NOTED_MAX + 1, noted.size());
        assertTrue(noted.stream().allMatch(entry -> entry.result().equals("refused")));
    }
}
