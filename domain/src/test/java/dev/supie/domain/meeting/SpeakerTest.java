package dev.supie.domain.meeting;

import static dev.supie.domain.meeting.MeetingExamples.DECIDER;
import static dev.supie.domain.meeting.MeetingExamples.ORIGIN;
import static dev.supie.domain.meeting.MeetingExamples.SESSION;
import static dev.supie.domain.meeting.MeetingExamples.START;
import static dev.supie.domain.meeting.MeetingExamples.fresh;
import static dev.supie.domain.meeting.MeetingExamples.given;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.supie.domain.kernel.DeviceId;
import dev.supie.domain.meeting.MeetingEffect.StoreSnippets;

import org.junit.jupiter.api.Test;

import java.util.List;

/// MTG-2: who said it.
final class SpeakerTest {

    @Test
    void whoHasNoNameIsTheBadgeItself() {
        for (String nobody : List.of("", "  ", "\u00A0", "\u0000")) {
            assertEquals("badge-1", speakerOf(fresh(), nobody));
        }
    }

    @Test
    void theNameOfTheBadgeIsNeverChanged() {
        DeviceId device = new DeviceId("fe80::" + "1".repeat(DeviceId.LENGTH_MAX - 6));
        Meeting meeting = DECIDER.start(new Origin(ORIGIN.id(), device, START), SESSION);

        assertEquals(device.value(), speakerOf(meeting, ""));
        assertEquals(device.value(), speakerOf(meeting, device.value()));
    }

    private static String speakerOf(Meeting meeting, String speaker) {
        MeetingCommand said =
                new MeetingCommand.AddSnippets(
                        SESSION, List.of(MeetingExamples.spokenBy(speaker, "hello")));
        StoreSnippets stored = given(meeting).when(said).at(START).effect(StoreSnippets.class);
        return stored.snippets().getFirst().speaker();
    }
}
