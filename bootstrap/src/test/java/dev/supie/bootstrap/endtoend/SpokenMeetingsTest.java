package dev.supie.bootstrap.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.supie.adapter.out.speech.VoiceClip;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;

/// LIS-6, DUP-2: recorded people in meetings, through Opus, sockets and the real models.
@Timeout(300)
final class SpokenMeetingsTest {

    private static final int MEETINGS = 10;
    private static final int REPLACED = 4001;

    @Test
    void tenMeetingsOnOneConnectionAreAllHeard(@TempDir Path folder) throws Exception {
        List<VoiceClip> clips =
                List.of(VoiceClip.of("austen-0880.wav"), VoiceClip.of("austen-0930.wav"));
        try (HearingSite site = HearingSite.open(folder)) {
            Badge badge = site.badge("aa:01");
            for (int meeting = 1; meeting <= MEETINGS; meeting++) {
                VoiceClip clip = clips.get(meeting % clips.size());
                badge.startMeeting();
                String text = site.talk(badge, clip).text();
                assertTrue(clip.isIn(text), "meeting " + meeting + ": " + text);

                String id = badge.finish().getString("sessionId");
                String transcript = site.archive().transcript(id);
                assertTrue(clip.isIn(transcript), "meeting " + meeting + ": " + transcript);
            }
        }
    }

    /// Half of the sentence is said before the takeover, the other half in the 1.5 s after it.
    @Test
    void whatAReplacedConnectionStillSaysIsPartOfTheMeeting(@TempDir Path folder) throws Exception {
        VoiceClip clip = VoiceClip.of("austen-0930.wav");
        int half = clip.packets().size() / 2;
        try (HearingSite site = HearingSite.open(folder)) {
            Badge old = site.badge("aa:01");
            old.startMeeting();
            old.say(HearingSite.listen("start"));
            play(site, old, clip.packets().subList(0, half));

            Badge fresh = site.badge("aa:01");
            play(site, old, clip.packets().subList(half, clip.packets().size()));
            String text = site.stop(old).text();
            assertTrue(clip.isIn(text), text);
            assertEquals(REPLACED, old.closed().code());

            assertTrue(fresh.startMeeting().getBoolean("resumed"));
            String id = fresh.finish().getString("sessionId");
            String transcript = site.archive().transcript(id);
            assertTrue(clip.isIn(transcript), transcript);
        }
    }

    private static void play(HearingSite site, Badge badge, List<byte[]> packets) {
        site.microphone().play(badge, packets, Microphone.FASTEST).join();
    }
}
