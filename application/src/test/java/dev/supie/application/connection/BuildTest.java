package dev.supie.application.connection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.supie.application.connection.port.BadgeMessage.BuildAdvice;
import dev.supie.application.connection.port.BadgeMessage.BuildReceipt;
import dev.supie.application.connection.port.BadgeMessage.FeatureError;
import dev.supie.application.connection.port.BuildEvent;
import dev.supie.application.connection.port.ErrorCode;
import dev.supie.application.connection.port.Rid;
import dev.supie.application.fixture.Bench;
import dev.supie.domain.coding.CodingCommand;
import dev.supie.domain.coding.LogLevel;
import dev.supie.domain.connection.Mode;
import dev.supie.domain.kernel.SessionId;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.time.Duration;
import java.util.List;

/// COD-1 and MODE-4 from a connection's side: what is told of a build, in every mode and at every
/// end.
final class BuildTest {

    private static final Duration SECONDS = Duration.ofSeconds(2);

    private final Bench bench = new Bench().start();
    private final SessionId badge = bench.connect(Asking.DEVICE);

    private void tell(CodingCommand.Told told) {
        bench.send(badge, new BadgeRequest.AboutCoding(told, new Rid("b1")));
    }

    private void fail() {
        tell(new CodingCommand.Log(LogLevel.INFO, "main.c:7:2: error: 'speed' undeclared"));
    }

    private List<Boolean> advice() {
        bench.pass(SECONDS);
        return bench.link.sentTo(badge, BuildAdvice.class).stream().map(BuildAdvice::last).toList();
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void aBuildIsToldInEveryMode(Mode mode) {
        bench.send(badge, Asking.start(mode));
        fail();

        assertEquals(
                List.of(new BuildReceipt(BuildEvent.LOG, new Rid("b1"))),
                bench.link.sentTo(badge, BuildReceipt.class));
        assertEquals(List.of(false), advice());
    }

    @ParameterizedTest
    @EnumSource(names = {"CHAT", "WORKING", "MEETING"})
    void theEndOfCodingModeIsTheEndOfTheBuild(Mode next) {
        bench.send(badge, Asking.start(Mode.CODING));
        fail();
        bench.pass(SECONDS);
        bench.send(badge, next == Mode.CHAT ? Asking.end(Mode.CODING) : Asking.start(next));

        assertEquals(List.of(false, true), advice());
    }

    @Test
    void theBeginningOfCodingModeForgetsWhatWasThere() {
        fail();
        bench.send(badge, Asking.start(Mode.CODING));
        bench.send(badge, Asking.end(Mode.CODING));

        assertEquals(List.of(), advice().stream().filter(last -> last).toList());
    }

    @Test
    void beginningItAgainForgetsNothing() {
        bench.send(badge, Asking.start(Mode.CODING));
        fail();
        bench.send(badge, Asking.start(Mode.CODING));
        bench.send(badge, Asking.end(Mode.CODING));

        assertTrue(advice().contains(true));
    }

    @Test
    void aBadgeThatIsTakenOverTellsNothingAnyMore() {
        bench.connect(Asking.DEVICE);
        fail();

        FeatureError error = bench.link.sentTo(badge, FeatureError.class).getFirst();
        assertEquals(ErrorCode.UNAUTHORIZED, error.code());
        assertEquals("coding", error.feature());
        assertEquals("log", error.phase());
        assertEquals(new Rid("b1"), error.rid());
        assertEquals(List.of(), advice());
    }

    @Test
    void whatIsToldWhenTheConnectionEndsBeginsNothing() {
        bench.connections()
                .receive(
                        badge,
                        new BadgeRequest.AboutCoding(new CodingCommand.Start(true), Rid.NONE));
        bench.disconnect(badge);
        bench.pass(Duration.ofMinutes(1));

        assertEquals(List.of(), bench.link.sentTo(badge, BuildAdvice.class));
        assertEquals(0, bench.time.alarms());
    }
}
