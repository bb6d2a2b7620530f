package dev.supie.application.connection;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.supie.application.connection.BadgeRequest.Activity.Kind;
import dev.supie.application.connection.port.BadgeMessage.IdleWarning;
import dev.supie.application.connection.port.BadgeMessage.TimeoutWarning;
import dev.supie.application.fixture.Bench;
import dev.supie.domain.connection.CloseCode;
import dev.supie.domain.connection.Mode;
import dev.supie.domain.kernel.SessionId;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// CON-3: who is not used is warned, then closed.
class IdleTest {

    private final Bench bench = new Bench().start();
    private final SessionId badge = bench.connect(Asking.DEVICE);

    private void pass(long seconds) {
        Asking.passIdly(bench, badge, Duration.ofSeconds(seconds));
    }

    private Optional<CloseCode> closed() {
        return bench.link.closedWith(badge);
    }

    @ParameterizedTest
    @CsvSource({"CHAT, 600", "CODING, 600", "MEETING, 1800", "WORKING, 1800"})
    void everyModeHasItsTimeWithAWarningFifteenSecondsBefore(Mode mode, long seconds) {
        bench.send(badge, Asking.start(mode));

        pass(seconds - 16);
        assertEquals(List.of(), bench.heard(badge, IdleWarning.class));
        pass(1);
        assertEquals(
                List.of(new IdleWarning(Duration.ofSeconds(15))),
                bench.heard(badge, IdleWarning.class));
        pass(14);
        assertEquals(Optional.empty(), closed());
        pass(1);
        assertEquals(Optional.of(CloseCode.IDLE), closed());
    }

    @Test
    void aMessageWithdrawsTheWarningAndStartsTheClockAnew() {
        pass(590);
        assertEquals(1, bench.heard(badge, IdleWarning.class).size());

        bench.send(badge, Asking.seen(Kind.MESSAGE));

        pass(584);
        assertEquals(Optional.empty(), closed());
        assertEquals(List.of(), bench.heard(badge, IdleWarning.class));
        pass(1);
        assertEquals(1, bench.heard(badge, IdleWarning.class).size());
        pass(15);
        assertEquals(Optional.of(CloseCode.IDLE), closed());
    }

    @Test
    void pongsAreNoUse() {
        pass(600);

        assertEquals(Optional.of(CloseCode.IDLE), closed());
    }

    @Test
    void aModeSwitchCountsFromNowAndByTheNewMode() {
        pass(590);
        bench.send(badge, Asking.start(Mode.WORKING));

        pass(1799);
        assertEquals(Optional.empty(), closed());
        pass(1);
        assertEquals(Optional.of(CloseCode.IDLE), closed());
    }

    @Test
    void aBadgeThatIsNeverHeardOfIsClosedByTheFirstLayer() {
        pass(600);

        assertEquals(List.of(), bench.link.sentTo(badge, TimeoutWarning.class));
    }

    @Test
    void voiceWithdrawsTheWarningButNoFrameAtAllEndsItSixtySecondsLater() {
        pass(590);
        bench.send(badge, Asking.seen(Kind.VOICE));

        pass(59);
        assertEquals(List.of(), bench.link.sentTo(badge, TimeoutWarning.class));
        pass(1);
        assertEquals(
                List.of(Duration.ofSeconds(10)),
                bench.link.sentTo(badge, TimeoutWarning.class).stream()
                        .map(TimeoutWarning::closingIn)
                        .toList());
        pass(9);
        assertEquals(Optional.empty(), closed());
        pass(1);
        assertEquals(Optional.of(CloseCode.IDLE), closed());
    }

    @Test
    void aPacketWithdrawsTheSecondWarning() {
        pass(590);
        bench.send(badge, Asking.seen(Kind.VOICE));
        pass(65);
        bench.send(badge, Asking.seen(Kind.AUDIO));

        pass(519);
        assertEquals(Optional.empty(), closed());
        assertEquals(1, bench.link.sentTo(badge, TimeoutWarning.class).size());
        pass(16);
        assertEquals(Optional.of(CloseCode.IDLE), closed());
        assertEquals(1, bench.link.sentTo(badge, TimeoutWarning.class).size());
    }

    @Test
    void theEndOfAMeetingBySpeakingEndsItsLongerTimeToo() {
        bench.startMeeting(badge);
        bench.send(badge, Asking.speech("end meeting"));

        pass(599);
        assertEquals(Optional.empty(), closed());
        pass(1);
        assertEquals(Optional.of(CloseCode.IDLE), closed());
    }
}
