package dev.supie.application.connection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.supie.application.connection.port.BadgeMessage;
import dev.supie.application.connection.port.BadgeMessage.FeatureError;
import dev.supie.application.connection.port.BadgeMessage.FinalizeAck;
import dev.supie.application.connection.port.BadgeMessage.MeetingSummary;
import dev.supie.application.connection.port.BadgeMessage.ModeReceipt;
import dev.supie.application.connection.port.BadgeMessage.SnippetReceipt;
import dev.supie.application.connection.port.BadgeMessage.Welcome;
import dev.supie.application.connection.port.Rid;
import dev.supie.application.fixture.Bench;
import dev.supie.domain.connection.ClientFeatures;
import dev.supie.domain.connection.Mode;
import dev.supie.domain.connection.ModeAction;
import dev.supie.domain.kernel.SessionId;

import org.junit.jupiter.api.Test;

import java.util.List;

/// MSG-5: every answer repeats the mark of its request.
class RidTest {

    private static final Rid RID = new Rid("r-1");

    private final Bench bench = new Bench().start();
    private final SessionId badge = bench.connect(Asking.DEVICE);

    private <T extends BadgeMessage> T answer(BadgeRequest request, Class<T> kind) {
        bench.link.take(badge);
        bench.send(badge, request);
        List<T> answers = bench.link.sentTo(badge, kind);
        assertFalse(answers.isEmpty(), "no answer");
        return answers.getFirst();
    }

    private static BadgeRequest mode(ModeAction action, Mode mode) {
        return new BadgeRequest.SwitchMode(action, mode, RID);
    }

    @Test
    void theWelcomeRepeatsItAndTheFirstOneHasNone() {
        assertEquals(Rid.NONE, bench.link.sentTo(badge, Welcome.class).getFirst().rid());

        BadgeRequest hello = new BadgeRequest.Hello(ClientFeatures.NONE, RID);
        assertEquals(RID, answer(hello, Welcome.class).rid());
    }

    @Test
    void aModeReceiptRepeatsIt() {
        assertEquals(RID, answer(mode(ModeAction.START, Mode.WORKING), ModeReceipt.class).rid());
        assertEquals(RID, answer(mode(ModeAction.START, Mode.WORKING), ModeReceipt.class).rid());
        assertEquals(RID, answer(mode(ModeAction.END, Mode.WORKING), ModeReceipt.class).rid());
    }

    @Test
    void aRefusedModeSwitchRepeatsIt() {
        bench.store.failNextSaveBefore();

        assertEquals(RID, answer(mode(ModeAction.START, Mode.MEETING), FeatureError.class).rid());
    }

    @Test
    void aSnippetReceiptAndARefusalRepeatIt() {
        assertEquals(RID, answer(Asking.snippet("no meeting", RID), FeatureError.class).rid());
        bench.startMeeting(badge);
        assertEquals(RID, answer(Asking.snippet("a meeting", RID), SnippetReceipt.class).rid());
    }

    @Test
    void theAckOfAFinalizeRepeatsItAndSoDoesARepeatedSummary() {
        bench.startMeeting(badge);
        bench.say(badge, "something");

        assertEquals(RID, answer(new BadgeRequest.FinalizeMeeting(RID), FinalizeAck.class).rid());
        // The summary itself comes by itself; asked for again it is an answer.
        assertEquals(Rid.NONE, bench.link.sentTo(badge, MeetingSummary.class).getFirst().rid());
        assertEquals(
                RID, answer(new BadgeRequest.FinalizeMeeting(RID), MeetingSummary.class).rid());
    }

    @Test
    void theAckOfAModeEndRepeatsItToo() {
        bench.startMeeting(badge);

        assertEquals(RID, answer(mode(ModeAction.END, Mode.MEETING), FinalizeAck.class).rid());
        assertEquals(RID, bench.link.sentTo(badge, ModeReceipt.class).getFirst().rid());
    }

    @Test
    void theAckOfAModeSwitchThatEndsAMeetingRepeatsItToo() {
        bench.startMeeting(badge);

        assertEquals(RID, answer(mode(ModeAction.START, Mode.CODING), FinalizeAck.class).rid());
    }
}
