package dev.supie.application.coding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.supie.application.coding.port.BuildAdviser;
import dev.supie.application.coding.port.Fingerprint;
import dev.supie.application.connection.port.BadgeMessage.BuildAdvice;
import dev.supie.application.fake.RecordingBadgeLink;
import dev.supie.application.fake.StepExecutor;
import dev.supie.application.fake.VirtualTime;
import dev.supie.application.runtime.Lane;
import dev.supie.domain.coding.CodingCommand;
import dev.supie.domain.coding.CodingSettings;
import dev.supie.domain.coding.LogLevel;
import dev.supie.domain.kernel.DeviceId;
import dev.supie.domain.kernel.SessionId;
import dev.supie.domain.task.TaskSettings;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Who hears of a build (COD-5), and what is counted of it.
final class CodingNewsTest {

    private static final DeviceId LI = new DeviceId("94:a9:90:00:00:01");
    private static final DeviceId ZOE = new DeviceId("94:a9:90:00:00:02");
    private static final DeviceId ELSEWHERE = new DeviceId("10:00:00:00:00:03");
    private static final DeviceId PIPE = new DeviceId("94:a9:90:00:00:01:pipe");
    private static final CodingCommand.Told ERROR =
            new CodingCommand.Log(LogLevel.INFO, "a.c:7:2: error: 'speed' undeclared");

    private final VirtualTime time = new VirtualTime(Instant.parse("2026-11-21T09:00:00Z"));
    private final StepExecutor threads = new StepExecutor();
    private final RecordingBadgeLink link = new RecordingBadgeLink(time, threads);
    private final CodingTally tally = new CodingTally();
    private boolean broadcast;
    private int sessions;
    private final CodingService codings =
            new CodingService(
                    new CodingFeature.Ports(
                            BuildAdviser.NONE,
                            link,
                            threads,
                            time,
                            time,
                            () -> CodingSettings.DEFAULTS,
                            () -> new BuildSharing(broadcast, TaskSettings.DEFAULTS::groupOf),
                            Fingerprint.NONE,
                            tally));

    private SessionId connect(DeviceId device) {
        SessionId session = new SessionId("session-" + ++sessions);
        link.connect(session);
        codings.arrived(device, session);
        return session;
    }

    private void fail(DeviceId device, SessionId session) {
        assertTrue(codings.tell(device, session, ERROR, () -> {}));
        pass(Duration.ofSeconds(2));
    }

    private void pass(Duration duration) {
        threads.runAll();
        time.advance(duration);
        threads.runAll();
    }

    /// Who is named as the sender of each piece of advice; the badge itself is nobody.
    private List<Optional<DeviceId>> heard(SessionId session) {
        return link.sentTo(session, BuildAdvice.class).stream().map(BuildAdvice::from).toList();
    }

    @Test
    void aBuildIsItsOwnBadgesOnly() {
        SessionId li = connect(LI);
        SessionId zoe = connect(ZOE);
        fail(LI, li);

        assertEquals(List.of(Optional.empty()), heard(li));
        assertEquals(List.of(), heard(zoe));
    }

    @Test
    void ifItIsToTheGroupHearsWhoBuilds() {
        broadcast = true;
        SessionId li = connect(LI);
        SessionId zoe = connect(ZOE);
        SessionId elsewhere = connect(ELSEWHERE);
        fail(LI, li);
        codings.end(li);
        pass(Duration.ofSeconds(2));

        assertEquals(List.of(Optional.empty(), Optional.empty()), heard(li));
        assertEquals(List.of(Optional.of(LI), Optional.of(LI)), heard(zoe));
        assertEquals(List.of(), heard(elsewhere));
    }

    @Test
    void whatAPipeTellsIsSeenOnItsBadge() {
        SessionId pipe = connect(PIPE);
        SessionId li = connect(LI);
        SessionId zoe = connect(ZOE);
        fail(PIPE, pipe);

        assertEquals(List.of(Optional.empty()), heard(pipe));
        assertEquals(List.of(Optional.of(PIPE)), heard(li));
        assertEquals(List.of(), heard(zoe));
    }

    @Test
    void aPipeIsOfItsBadgesGroupAndHearsNothingOfOthers() {
        broadcast = true;
        SessionId pipe = connect(PIPE);
        SessionId li = connect(LI);
        SessionId zoe = connect(ZOE);
        fail(PIPE, pipe);
        fail(ZOE, zoe);

        assertEquals(List.of(Optional.empty()), heard(pipe));
        assertEquals(List.of(Optional.of(PIPE), Optional.of(ZOE)), heard(li));
        assertEquals(List.of(Optional.of(PIPE), Optional.empty()), heard(zoe));
    }

    @Test
    void aBadgeIsShownItOnItsNewestConnection() {
        SessionId old = connect(LI);
        SessionId now = connect(LI);
        codings.left(LI, old);
        SessionId pipe = connect(PIPE);
        fail(PIPE, pipe);

        assertEquals(List.of(), heard(old));
        assertEquals(List.of(Optional.of(PIPE)), heard(now));
    }

    @Test
    void nothingIsLeftOfThoseWhoHaveGone() {
        broadcast = true;
        SessionId li = connect(LI);
        SessionId zoe = connect(ZOE);
        fail(LI, li);
        codings.left(ZOE, zoe);
        codings.left(LI, li);
        codings.left(LI, li);
        threads.runAll();

        assertEquals(0, codings.size());
        assertEquals(0, time.alarms());
    }

    @Test
    void aReceiptComesBeforeWhatIsToldOfIt() {
        SessionId li = connect(LI);
        codings.tell(LI, li, ERROR, () -> assertEquals(List.of(), heard(li)));
        pass(Duration.ofSeconds(2));

        assertEquals(1, heard(li).size());
    }

    @Test
    void looksAreCountedAndSoIsWhatWasTooMuch() {
        SessionId li = connect(LI);
        for (int i = 0; i < Lane.WAITING_MAX; i++) {
            assertTrue(codings.tell(LI, li, ERROR, () -> {}));
        }
        assertFalse(codings.tell(LI, li, ERROR, () -> {}));
        pass(Duration.ofSeconds(2));
        codings.end(li);
        pass(Duration.ofSeconds(2));

        assertEquals(1, tally.refusals());
        assertTrue(tally.count(CodingTally.Kind.INSIGHT_BY_RULES).looks() >= 1);
        assertEquals(1, tally.count(CodingTally.Kind.SUMMARY_BY_RULES).looks());
        assertEquals(0, tally.count(CodingTally.Kind.INSIGHT_BY_MODEL).looks());
    }
}
