package dev.supie.domain.meeting;

import static dev.supie.domain.meeting.MeetingExamples.fresh;
import static dev.supie.domain.meeting.MeetingExamples.given;
import static dev.supie.domain.meeting.MeetingExamples.millis;
import static dev.supie.domain.meeting.MeetingExamples.say;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.supie.domain.meeting.MeetingEffect.AnswerFinalize;
import dev.supie.domain.meeting.MeetingEffect.AnswerSnippets;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.stream.LongStream;

/// A meeting whose summarising has fallen behind by [Transcript#OPEN_MAX] windows.
final class BehindTest {

    @Test
    void oneWindowEarlierSnippetsStillComeIn() {
        given(behindBy(Transcript.OPEN_MAX - 1))
                .when(say("hello"))
                .at(millis(0))
                .effect(MeetingEffect.StoreSnippets.class);
    }

    @Test
    void snippetsAreDroppedAndTheReceiptSaysSo() {
        given(behindBy(Transcript.OPEN_MAX))
                .when(say("hello", "there"))
                .at(millis(0))
                .then(new AnswerSnippets(0, 2, 0))
                .thenUnchanged();
    }

    @Test
    void aSpokenEndIsStillHeard() {
        var then = given(behindBy(Transcript.OPEN_MAX)).when(say("hello", "结束会议")).at(millis(0));

        assertInstanceOf(Meeting.Finalizing.class, then.state());
        assertEquals(new AnswerSnippets(0, 1, 1), then.effect(AnswerSnippets.class));
        assertEquals(new AnswerFinalize(0, false), then.effect(AnswerFinalize.class));
    }

    private static Meeting behindBy(int windows) {
        List<Window> open =
                LongStream.rangeClosed(1, windows).mapToObj(i -> new Window(i, i, 4000)).toList();
        Meeting.Recording meeting = fresh();
        Material material = meeting.material();
        return meeting.with(material.merged(new Transcript(windows, 0, List.of(), open)));
    }
}
