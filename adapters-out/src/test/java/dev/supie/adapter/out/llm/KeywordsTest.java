package dev.supie.adapter.out.llm;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.supie.domain.meeting.DraftKind;
import dev.supie.domain.meeting.Notes;

import org.junit.jupiter.api.Test;

class KeywordsTest {

    private static String title(String language, String... texts) {
        return Transcripts.draft(
                        DraftKind.MINUTES, Notes.EMPTY, language, Transcripts.spoken(texts))
                .notes()
                .title();
    }

    @Test
    void titleIsWhatComesUpMost() {
        assertEquals("麦克风偏置 · 固件", title("zh", "麦克风偏置一直开着。", "关掉麦克风偏置省电。", "固件昨晚编译过。", "固件体积变大。"));
    }

    @Test
    void titlePrefersTheLanguageOfTheMeeting() {
        String[] texts = {
            "The battery life is short.",
            "电池续航太短。",
            "Battery life is bad.",
            "电池续航很差。",
            "The OTA works.",
            "OTA is fine."
        };
        assertEquals("battery life · OTA", title("en", texts));
        assertEquals("电池续航", title("zh", texts).substring(0, 4));
    }

    @Test
    void withoutRepeatsTheTitleIsTheBeginningOfASentence() {
        String title =
                title(
                        "en",
                        "The supplier moved the factory to another town which makes the delivery of"
                                + " housings slower.");
        assertEquals("The supplier moved the factory to another town which makes…", title);
    }
}
