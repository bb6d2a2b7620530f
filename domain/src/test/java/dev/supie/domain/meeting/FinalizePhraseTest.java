package dev.supie.domain.meeting;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// MTG-6: the spoken end of a meeting.
final class FinalizePhraseTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "结束会议",
                "停止录制",
                "开始总结",
                "出个纪要",
                "end meeting",
                "finish meeting",
                "结束会议。",
                "结束会议！！",
                "结束 会议",
                "  结束会议  ",
                "End Meeting",
                "END MEETING.",
                "end   meeting!",
                "Finish meeting…",
                "finish meeting 👍",
                "，结束会议。",
                "… end meeting"
            })
    void eachPhraseEndsTheMeeting(String text) {
        assertTrue(isIn("speech", text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "。",
                "会议",
                "我们什么时候结束会议",
                "结束会议之前还有一件事",
                "不要结束会议",
                "we should end meeting rooms as a perk",
                "end meetings",
                "endmeeting",
                "end, meeting",
                "the end meeting",
                "do not finish meeting",
                "结束会议𠀀"
            })
    void talkingAboutItDoesNot(String text) {
        assertFalse(isIn("speech", text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"speech", "SPEECH", " Speech "})
    void theTagIsReadInAnyCase(String tag) {
        assertTrue(isIn(tag, "结束会议"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "note", "title", "speech2"})
    void onlySpeechIsUnderstood(String tag) {
        assertFalse(isIn(tag, "结束会议"));
    }

    @Test
    void whoSaysItDoesNotMatter() {
        assertTrue(FinalizePhrase.isIn(new SnippetInput("speech", "end meeting", "ann")));
    }

    private static boolean isIn(String tag, String text) {
        return FinalizePhrase.isIn(new SnippetInput(tag, text, ""));
    }
}
