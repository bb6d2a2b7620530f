package dev.supie.application.connection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.supie.application.connection.BadgeRequest.Activity.Kind;
import dev.supie.application.connection.Connections.Admission;
import dev.supie.application.connection.port.BadgeMessage.Replaced;
import dev.supie.application.fixture.Bench;
import dev.supie.domain.connection.CloseCode;
import dev.supie.domain.connection.DuplicatePolicy;
import dev.supie.domain.connection.DuplicateSettings;
import dev.supie.domain.connection.TakeoverHistory;
import dev.supie.domain.kernel.DeviceId;
import dev.supie.domain.kernel.SessionId;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// DUP-2: newcomers that are refused, because the badge is connected or is taken over too often.
class DuplicateTest {

    private static Admission admit(Bench bench) {
        return bench.connections().admit(new DeviceId(Asking.DEVICE));
    }

    @Nested
    class UnderReject {

        private final Bench bench =
                new Bench()
                        .treating(new DuplicateSettings(DuplicatePolicy.REJECT, true))
                        .withRoomFor(2)
                        .start();
        private final SessionId old = bench.connect(Asking.DEVICE);

        @Test
        void theNewcomerIsRefusedAndTheOldOneHearsNothingOfIt() {
            assertEquals(new Admission.Duplicate(Duration.ofSeconds(45)), admit(bench));
            bench.threads.runAll();

            assertEquals(List.of(), bench.link.sentTo(old, Replaced.class));
            assertEquals(1, bench.connections().count());
        }

        @Test
        void refusalsTakeNoRoom() {
            for (int i = 0; i < 10; i++) {
                assertInstanceOf(Admission.Duplicate.class, admit(bench));
            }

            assertInstanceOf(
                    Admission.Admitted.class, bench.connections().admit(new DeviceId("other")));
        }

        @Test
        void anotherBadgeIsNoDuplicate() {
            bench.connect("other");

            assertEquals(2, bench.connections().count());
        }

        @Test
        void oneThatIsStillOpeningKeepsTheNextOneOut() {
            bench.disconnect(old);
            SessionId opening = assertInstanceOf(Admission.Admitted.class, admit(bench)).session();

            assertInstanceOf(Admission.Duplicate.class, admit(bench));

            bench.connections().closed(opening);
            assertInstanceOf(Admission.Admitted.class, admit(bench));
        }

        @Test
        void theBadgeMayComeBackTheMomentItsSocketHasEnded() {
            bench.link.disconnect(old);
            bench.connections().closed(old);

            assertInstanceOf(Admission.Admitted.class, admit(bench));
        }

        @Test
        void oneThatAnswersPingsIsNeverTakenOver() {
            Asking.passIdly(bench, old, Duration.ofMinutes(5));

            assertInstanceOf(Admission.Duplicate.class, admit(bench));
        }

        /// A badge that lost its network is back long before its ghost is found out (MSG-8).
        @Test
        void oneThatHasFallenSilentIsTakenOver() {
            bench.send(old, Asking.seen(Kind.AUDIO));
            bench.pass(Duration.ofMillis(44_999));
            assertEquals(new Admission.Duplicate(Duration.ofMillis(1)), admit(bench));

            bench.pass(Duration.ofMillis(1));
            bench.connect(Asking.DEVICE);

            assertEquals(1, bench.heard(old, Replaced.class).size());
            bench.pass(Duration.ofMillis(1500));
            assertEquals(Optional.of(CloseCode.REPLACED), bench.link.closedWith(old));
        }

        @Test
        void oneThatIsBeingClosedAsIdleKeepsNobodyOut() {
            Asking.passIdly(bench, old, Duration.ofMinutes(11));
            assertEquals(Optional.of(CloseCode.IDLE), bench.link.closedWith(old));

            assertInstanceOf(Admission.Admitted.class, admit(bench));
        }
    }

    @Nested
    class TooOften {

        private final Bench bench = new Bench().withRoomFor(10).start();
        private SessionId last = bench.connect(Asking.DEVICE);

        private void takeOver(int times) {
            for (int i = 0; i < times; i++) {
                SessionId before = last;
                last = bench.connect(Asking.DEVICE);
                bench.disconnect(before);
            }
        }

        @Test
        void theSixthTakeoverWithinAMinuteIsRefusedAndTheRouteStays() {
            takeOver(TakeoverHistory.MAX);
            bench.pass(Duration.ofSeconds(10));

            assertEquals(new Admission.Flapping(Duration.ofSeconds(50)), admit(bench));

            assertEquals(List.of(), bench.link.sentTo(last, Replaced.class));
            bench.pass(Duration.ofSeconds(50));
            takeOver(1);
        }

        @Test
        void handshakesAtOnceCannotSlipPastTheLimit() {
            for (int i = 0; i < TakeoverHistory.MAX; i++) {
                assertInstanceOf(Admission.Admitted.class, admit(bench));
            }

            assertInstanceOf(Admission.Flapping.class, admit(bench));
        }

        @Test
        void aBadgeThatLeavesBeforeItReturnsTakesNobodyOver() {
            for (int i = 0; i < 100; i++) {
                bench.disconnect(last);
                last = bench.connect(Asking.DEVICE);
            }

            takeOver(TakeoverHistory.MAX);
        }

        @Test
        void refusalsTakeNoRoomAndAnotherBadgeIsNotMeant() {
            takeOver(TakeoverHistory.MAX);
            for (int i = 0; i < 100; i++) {
                assertInstanceOf(Admission.Flapping.class, admit(bench));
            }

            bench.connect("other");
        }

        @Test
        void twoDevicesWithOneIdThatNeverGiveUpChangePlacesFiveTimesAMinute() {
            int takeovers = 0;
            for (int second = 0; second < 600; second++) {
                if (admit(bench) instanceof Admission.Admitted(SessionId fresh)) {
                    takeovers++;
                    SessionId before = last;
                    last = fresh;
                    bench.link.connect(fresh);
                    bench.connections().opened(fresh, "127.0.0.1");
                    bench.threads.runAll();
                    bench.disconnect(before);
                }
                bench.send(last, Asking.hello());
                bench.pass(Duration.ofSeconds(1));
            }

            assertEquals(50, takeovers);
        }

        @Test
        void whenTheLastConnectionIsGoneNothingIsRemembered() {
            takeOver(TakeoverHistory.MAX);
            bench.disconnect(last);

            assertEquals(
                    0, assertInstanceOf(ConnectionService.class, bench.connections()).routes());
        }
    }
}
