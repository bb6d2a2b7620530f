package dev.supie.bootstrap.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.supie.adapter.out.speech.VoiceClip;

import jakarta.json.JsonObject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Predicate;

/// LIS-4, LIS-8: many badges at a time, and packets that are none, with the real models.
@Timeout(300)
final class ManyVoicesTest {

    private static final int SPEAKERS = 20;
    private static final int BROKEN_BADGES = 10;

    /// 100,000 take a quarter of an hour, because of MSG-2; so many go through the decoder alone in
    /// each build.
    private static final int CORRUPTED = Integer.getInteger("corrupted", 8_000);

    private static final VoiceClip CLIP = VoiceClip.of("austen-0930.wav");

    /// Whoever waits longest waits for all the others, and also a machine with a lot of other work
    /// has to be done within the time that a recognizer has.
    private static final VoiceClip SHORT =
            VoiceClip.beginning(
                    "austen-0930.wav", Duration.ofMillis(1500), "He might even have been");

    @Test
    void twentyBadgesThatSpeakAtOnceAllGetTheirText(@TempDir Path folder) throws Exception {
        try (HearingSite site = HearingSite.open(folder, "asr.workers=2")) {
            List<Badge> badges = connected(site, SPEAKERS);
            all(
                    badges,
                    badge -> site.microphone().play(badge, SHORT.packets(), Microphone.REAL_TIME));
            long stopped = System.nanoTime();
            badges.forEach(badge -> badge.say(HearingSite.listen("stop")));

            List<Duration> delays = new ArrayList<>();
            for (Badge badge : badges) {
                Badge.Heard heard = badge.hear(Messages.ofType("stt"));
                String text = heard.message().getString("text");
                assertTrue(SHORT.isIn(text), text);
                delays.add(Duration.ofNanos(heard.nanos() - stopped));
            }
            delays.sort(null);
            System.out.printf(
                    "20 badges at once, text after the stop: first %d ms, median %d ms, last %d"
                            + " ms%n",
                    delays.getFirst().toMillis(),
                    delays.get(SPEAKERS / 2).toMillis(),
                    delays.getLast().toMillis());
            assertEquals(0, site.metric("supie_speech_busy_total"));
            assertEquals(SPEAKERS, site.metric("supie_speech_texts_total{provider=\"embedded\"}"));
        }
    }

    @Test
    void corruptedPacketsEndNoThreadAndTheNextUtteranceIsUnderstood(@TempDir Path folder)
            throws Exception {
        Queue<Throwable> uncaught = new ConcurrentLinkedQueue<>();
        Thread.UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
        Thread.setDefaultUncaughtExceptionHandler((_, failure) -> uncaught.add(failure));
        try (HearingSite site = HearingSite.open(folder)) {
            List<Badge> badges = connected(site, BROKEN_BADGES);
            Random random = new Random(8);
            all(
                    badges,
                    badge ->
                            site.microphone()
                                    .play(
                                            badge,
                                            corrupted(CORRUPTED / BROKEN_BADGES, random),
                                            Microphone.FASTEST));
            badges.forEach(badge -> badge.say(HearingSite.listen("stop")));
            badges.forEach(badge -> badge.say(HearingSite.listen("start")));
            all(badges, badge -> site.microphone().play(badge, CLIP.packets(), Microphone.FASTEST));
            badges.forEach(badge -> badge.say(HearingSite.listen("stop")));

            // What the rubbish sounded like may have been told before.
            Predicate<JsonObject> understood =
                    Messages.ofType("stt").and(told -> CLIP.isIn(told.getString("text")));
            for (Badge badge : badges) {
                badge.await(understood);
            }
            assertTrue(site.metric("supie_audio_packets_damaged_total") > 0);
        } finally {
            Thread.setDefaultUncaughtExceptionHandler(before);
        }
        assertEquals(List.of(), List.copyOf(uncaught));
    }

    /// Connected and listening.
    private static List<Badge> connected(HearingSite site, int count) throws InterruptedException {
        List<Badge> badges = new ArrayList<>();
        for (int number = 0; number < count; number++) {
            Badge badge = site.badge("aa:" + number);
            badge.say(HearingSite.listen("start"));
            badges.add(badge);
        }
        return badges;
    }

    /// What one badge does until it is done.
    private interface Doing {
        CompletableFuture<Void> by(Badge badge);
    }

    private static void all(List<Badge> badges, Doing what) {
        badges.stream().map(what::by).toList().forEach(CompletableFuture::join);
    }

    private static List<byte[]> corrupted(int count, Random random) {
        List<byte[]> packets = new ArrayList<>();
        for (int number = 0; number < count; number++) {
            byte[] packet = CLIP.packets().get(number % CLIP.packets().size()).clone();
            for (int flip = 0; flip <= random.nextInt(6); flip++) {
                packet[random.nextInt(packet.length)] ^= (byte) (1 << random.nextInt(8));
            }
            packets.add(packet);
        }
        return packets;
    }
}
