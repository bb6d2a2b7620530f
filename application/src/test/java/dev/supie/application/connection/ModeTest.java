package dev.supie.application.connection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.supie.application.connection.port.BadgeMessage;
import dev.supie.application.connection.port.BadgeMessage.FeatureError;
import dev.supie.application.connection.port.BadgeMessage.FinalizeAck;
import dev.supie.application.connection.port.BadgeMessage.ModeReceipt;
import dev.supie.application.connection.port.BadgeMessage.SnippetReceipt;
import dev.supie.application.connection.port.ErrorCode;
import dev.supie.application.connection.port.Rid;
import dev.supie.application.fixture.Bench;
import dev.supie.domain.connection.Mode;
import dev.supie.domain.connection.ModeAction;
import dev.supie.domain.kernel.SessionId;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.List;

/// MODE-1 and MODE-2: one mode at a time, switched as a whole or not at all.
class ModeTest {

    private final Bench bench = new Bench().start();
    private final SessionId badge = bench.connect(Asking.DEVICE);

    private List<BadgeMessage> answers(BadgeRequest request) {
        bench.link.take(badge);
        bench.send(badge, request);
        return bench.link.take(badge);
    }

    private static ModeReceipt receipt(ModeAction action, Mode mode, boolean idempotent) {
        return new ModeReceipt(action, mode, idempotent, false, Rid.NONE);
    }

    @ParameterizedTest
    @EnumSource(names = {"MEETING", "WORKING", "CODING"})
    void aModeIsStartedOnceAndEndedOnce(Mode mode) {
        List<BadgeMessage> started = answers(Asking.start(mode));
        assertEquals(receipt(ModeAction.START, mode, false), started.getFirst());
        assertEquals(mode == Mode.WORKING, started.contains(new BadgeMessage.ListenNow()));
        assertEquals(List.of(receipt(ModeAction.START, mode, true)), answers(Asking.start(mode)));

        assertTrue(answers(Asking.end(mode)).contains(receipt(ModeAction.END, mode, false)));
        assertEquals(List.of(receipt(ModeAction.END, mode, true)), answers(Asking.end(mode)));
    }

    @Test
    void aBadgeConnectsInChatMode() {
        assertEquals(
                List.of(receipt(ModeAction.START, Mode.CHAT, true)),
                answers(Asking.start(Mode.CHAT)));
    }

    @Test
    void endingAnotherModeThanTheOneInForceHasNoEffect() {
        bench.startMeeting(badge);

        assertEquals(
                List.of(receipt(ModeAction.END, Mode.WORKING, true)),
                answers(Asking.end(Mode.WORKING)));

        bench.say(badge, "still recording");
        assertEquals(1, bench.heard(badge, SnippetReceipt.class).getFirst().accepted());
    }

    @Test
    void anotherModeEndsTheMeetingFirst() {
        bench.startMeeting(badge);

        List<BadgeMessage> answers = answers(Asking.start(Mode.WORKING));

        assertTrue(answers.getFirst() instanceof FinalizeAck);
        assertTrue(answers.contains(receipt(ModeAction.START, Mode.WORKING, false)));
        bench.say(badge, "nobody records");
        assertEquals(ErrorCode.NOT_FOUND, bench.heard(badge, FeatureError.class).getFirst().code());
    }

    @Test
    void aMeetingThatCouldNotBeStartedLeavesTheModeAsItWas() {
        bench.send(badge, Asking.start(Mode.WORKING));
        bench.store.failNextSaveBefore();

        assertRefused(answers(Asking.start(Mode.MEETING)), "start");

        assertEquals(
                List.of(receipt(ModeAction.START, Mode.WORKING, true)),
                answers(Asking.start(Mode.WORKING)));
        assertFalse(((ModeReceipt) answers(Asking.start(Mode.MEETING)).getLast()).idempotent());
    }

    @Test
    void aMeetingThatCouldNotBeEndedLeavesTheModeAsItWas() {
        bench.startMeeting(badge);
        bench.store.failNextSaveBefore();

        assertRefused(answers(Asking.end(Mode.MEETING)), "end");

        assertEquals(
                List.of(receipt(ModeAction.START, Mode.MEETING, true)),
                answers(Asking.start(Mode.MEETING)));
        assertTrue(
                answers(Asking.end(Mode.MEETING))
                        .contains(receipt(ModeAction.END, Mode.MEETING, false)));
    }

    private static void assertRefused(List<BadgeMessage> answers, String state) {
        assertEquals(1, answers.size());
        FeatureError error = (FeatureError) answers.getFirst();
        assertEquals("mode", error.feature());
        assertEquals(state, error.phase());
        assertEquals(ErrorCode.INTERNAL_ERROR, error.code());
    }
}
