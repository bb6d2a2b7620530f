package dev.supie.bootstrap.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.supie.adapter.out.speech.VoiceClip;

import jakarta.json.Json;
import jakarta.json.JsonObject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// MODE-3, MODE-4, MSG-1: what recorded people say to a badge that works, through Opus, sockets and
/// the real models.
@Timeout(300)
final class SpokenCommandsTest {

    private static final int COMMANDS = Integer.getInteger("commands", 100);

    /// Short, because no badge may send more than 100 packets a second (MSG-2).
    private static final VoiceClip SHORT =
            VoiceClip.beginning(
                    "austen-0930.wav", Duration.ofMillis(1500), "He might even have been made");

    private static final int STAMPED_HEADER_BYTES = 16;
    private static final int SHORT_HEADER_BYTES = 4;

    /// Each in a working mode of its own, begun and ended on the same connection.
    @Test
    void aHundredCommandsOnOneConnectionAreEachHeard(@TempDir Path folder) throws Exception {
        try (HearingSite site = HearingSite.open(folder)) {
            Badge badge = site.badge("aa:01");
            for (int command = 1; command <= COMMANDS; command++) {
                badge.ask(Messages.mode("start", "working"), Messages.ofType("listen"));
                site.microphone().play(badge, SHORT.packets(), Microphone.FASTEST).join();
                String text = site.stop(badge).text();
                assertTrue(SHORT.isIn(text), "command " + command + ": " + text);
                badge.ask(Messages.mode("end", "working"), Messages.ofType("mode"));
            }
            assertEquals(COMMANDS, site.metric("supie_speech_texts_total{provider=\"embedded\"}"));
            assertEquals(0, site.metric("supie_audio_packets_damaged_total"));
        }
    }

    /// What the person happens to say is made a phrase, because nobody recorded the usual ones.
    @Test
    void aModeIsBegunByVoice(@TempDir Path folder) throws Exception {
        String phrase = "mode_phrases.working=[\"" + SHORT.said() + "\"]";
        try (HearingSite site = HearingSite.open(folder, phrase)) {
            Badge badge = site.badge("aa:01");
            badge.say(HearingSite.listen("start"));
            site.microphone().play(badge, SHORT.packets(), Microphone.FASTEST).join();
            JsonObject heard = badge.ask(HearingSite.listen("stop"), Messages.ofType("stt"));

            assertEquals("mode_switch", heard.getString("intent"));
            assertEquals("working", heard.getString("target_mode"));
            assertEquals("working", badge.await(Messages.ofType("mode")).getString("mode"));
            assertEquals("manual", badge.await(Messages.ofType("listen")).getString("mode"));
        }
    }

    /// T17: the hello says which; every tenth message lies about its size and is dropped.
    @Test
    void everyFramingIsHeardAndAWrongSizeCostsOnlyItsPacket(@TempDir Path folder) throws Exception {
        try (HearingSite site = HearingSite.open(folder)) {
            for (int version = 1; version <= 3; version++) {
                Badge badge = site.badge("aa:0" + version);
                badge.ask(hello(version), Messages.ofType("hello"));
                VoiceClip framed = new VoiceClip(SHORT.said(), framed(version));
                String text = site.talk(badge, framed).text();
                assertTrue(SHORT.isIn(text), "version " + version + ": " + text);
            }
            assertEquals(0, site.metric("supie_audio_packets_damaged_total"));
        }
    }

    private static JsonObject hello(int version) {
        return Json.createObjectBuilder().add("type", "hello").add("version", version).build();
    }

    private static List<byte[]> framed(int version) {
        List<byte[]> frames = new ArrayList<>();
        for (byte[] packet : SHORT.packets()) {
            frames.add(framed(version, packet, packet.length));
            if (version > 1 && frames.size() % 10 == 0) {
                frames.add(framed(version, packet, packet.length + 1));
            }
        }
        return frames;
    }

    private static byte[] framed(int version, byte[] packet, int size) {
        ByteBuffer header =
                switch (version) {
                    case 2 ->
                            ByteBuffer.allocate(STAMPED_HEADER_BYTES)
                                    .putShort((short) 2)
                                    .putShort((short) 0)
                                    .putLong(0)
                                    .putInt(size);
                    case 3 ->
                            ByteBuffer.allocate(SHORT_HEADER_BYTES)
                                    .putShort((short) 0)
                                    .putShort((short) size);
                    default -> ByteBuffer.allocate(0);
                };
        return ByteBuffer.allocate(header.capacity() + packet.length)
                .put(header.array())
                .put(packet)
                .array();
    }
}
