package dev.supie.domain.meeting;

import static dev.supie.domain.meeting.MeetingExamples.OTHER;
import static dev.supie.domain.meeting.MeetingExamples.START;
import static dev.supie.domain.meeting.MeetingExamples.fresh;
import static dev.supie.domain.meeting.MeetingExamples.given;
import static dev.supie.domain.meeting.MeetingExamples.millis;
import static dev.supie.domain.meeting.MeetingExamples.spoken;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;

/// What is said comes in by the same door as what is sent, without a receipt (MTG-2, DUP-2).
final class SpeechInMeetingTest {

    private static MeetingCommand byOther(Instant since, String text) {
        return new MeetingCommand.AddSpeech(OTHER, since, spoken(text));
    }

    @Test
    void whatIsSaidIsStoredAndNotReceipted() {
        List<MeetingEffect> effects =
                given(fresh())
                        .when(MeetingExamples.aloud("we ship on friday"))
                        .at(millis(1_000))
                        .effects();
        assertEquals(1, effects.size());
        assertInstanceOf(MeetingEffect.StoreSnippets.class, effects.getFirst());
    }

    @Test
    void whatIsBlankOrSaidTwiceChangesNothing() {
        given(fresh()).when(MeetingExamples.aloud("  ")).at(millis(1)).thenUnchanged();
        Meeting once =
                given(fresh()).when(MeetingExamples.aloud("yes, we do")).at(millis(1)).state();
        given(once).when(MeetingExamples.aloud("yes, we do")).at(millis(2)).then();
    }

    @Test
    void aMeetingIsEndedByVoice() {
        assertInstanceOf(
                Meeting.Finalizing.class,
                given(MeetingExamples.merged("budget"))
                        .when(MeetingExamples.aloud("End meeting."))
                        .at(millis(6_000))
                        .state());
    }

    @Test
    void anotherConnectionIsHeardIfItSpokeInThisMeeting() {
        given(fresh())
                .when(byOther(START, "last words"))
                .at(millis(1_000))
                .effect(MeetingEffect.StoreSnippets.class);
        given(fresh())
                .when(byOther(START.minusMillis(1), "before it began"))
                .at(millis(1_000))
                .thenRejected(MeetingRejection.NOT_ATTACHED);
    }

    @Test
    void butItEndsNothingAnyMore() {
        given(fresh()).when(byOther(START, "end meeting")).at(millis(1_000)).thenUnchanged();
    }
}
