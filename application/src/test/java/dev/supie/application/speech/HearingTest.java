package dev.supie.application.speech;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.supie.application.connection.BadgeRequest;
import dev.supie.application.connection.Connections.Receipt;
import dev.supie.application.connection.port.BadgeMessage.IdleWarning;
import dev.supie.application.connection.port.BadgeMessage.Transcription;
import dev.supie.application.connection.port.Rid;
import dev.supie.application.fake.ToySpeech;
import dev.supie.application.fixture.Bench;
import dev.supie.application.speech.port.PacketDecoder;
import dev.supie.application.speech.port.UplinkFormat;
import dev.supie.domain.kernel.SessionId;
import dev.supie.domain.listening.ListenMode;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/// How packets are heard (LIS-8, MSG-9, T15, T27, CON-3, CON-4).
final class HearingTest {

    private static final String WORDS = "good-morning-to-everybody";

    private final Bench bench = new Bench().start();
    private final SessionId badge = bench.connect("aa:01");

    private List<String> texts() {
        return bench.link.sentTo(badge, Transcription.class).stream()
                .map(Transcription::text)
                .toList();
    }

    private void packet(byte[] bytes) {
        bench.connections().hear(badge, bytes);
    }

    @Test
    void aBadgeThatDoesNotSpeakCostsNothing() {
        bench.startMeeting(badge);
        bench.say(badge, "typed");
        bench.finish(badge);
        assertEquals(0, bench.decoders.opened());
        assertEquals(0, bench.detectors.opened());
    }

    @Test
    void packetsAndBoundariesAreHandledInTheOrderInWhichTheyCame() {
        bench.connections()
                .receive(badge, new BadgeRequest.StartListening(ListenMode.MANUAL, Rid.NONE));
        ToySpeech.packets(WORDS, UplinkFormat.USUAL.packet()).forEach(this::packet);
        bench.connections().receive(badge, new BadgeRequest.StopListening(Rid.NONE));
        ToySpeech.packets("too late", UplinkFormat.USUAL.packet()).forEach(this::packet);
        bench.threads.runAll();
        assertEquals(List.of(WORDS), texts());
    }

    @Test
    void packetsOf20MillisAreHeardAsTheHelloSaid() {
        Duration packet = Duration.ofMillis(20);
        bench.connections().uplink(badge, new UplinkFormat(packet));
        bench.listen(badge, ListenMode.MANUAL);
        ToySpeech.packets("a".repeat(44), packet).forEach(this::packet);
        bench.stopListening(badge);
        assertEquals(List.of(), texts(), "880 ms");
        bench.pass(Duration.ofSeconds(1));
        bench.listen(badge, ListenMode.MANUAL);
        ToySpeech.packets("b".repeat(45), packet).forEach(this::packet);
        bench.stopListening(badge);
        assertEquals(List.of("b".repeat(45)), texts());
    }

    @Test
    void damagedEmptyAndTinyPacketsDoNotEndAnything() {
        Random random = new Random(7);
        bench.listen(badge, ListenMode.MANUAL);
        for (int round = 0; round < 1_000; round++) {
            byte[] garbage = new byte[random.nextInt(100)];
            random.nextBytes(garbage);
            packet(garbage);
            packet(ToySpeech.damaged());
            packet(ToySpeech.silence());
            bench.threads.runAll();
        }
        bench.stopListening(badge);
        bench.threads.runAll();
        bench.link.take(badge);
        bench.pass(Duration.ofSeconds(1));
        bench.listen(badge, ListenMode.MANUAL);
        bench.speak(badge, WORDS);
        bench.stopListening(badge);
        assertEquals(List.of(WORDS), texts());
    }

    @Test
    void whatIsTooMuchIsDroppedFromTheFrontAndConcealed() {
        bench.connections()
                .receive(badge, new BadgeRequest.StartListening(ListenMode.MANUAL, Rid.NONE));
        int sent = Inbox.PACKETS_MAX + 50;
        String letters = "ab".repeat(25) + "cd".repeat(Inbox.PACKETS_MAX / 2);
        assertEquals(sent, letters.length());
        ToySpeech.packets(letters, UplinkFormat.USUAL.packet()).forEach(this::packet);
        bench.connections().receive(badge, new BadgeRequest.StopListening(Rid.NONE));
        bench.threads.runAll();
        assertEquals(List.of("cd".repeat(Inbox.PACKETS_MAX / 2)), texts());
        assertTrue(PacketDecoder.CONCEALED_MAX < 50, "and only a part of it");
    }

    @Test
    void tooManyBoundariesAreBusy() {
        Receipt last = Receipt.TAKEN;
        int taken = 0;
        while (last == Receipt.TAKEN) {
            last =
                    bench.connections()
                            .receive(
                                    badge,
                                    new BadgeRequest.StartListening(ListenMode.MANUAL, Rid.NONE));
            taken++;
        }
        assertEquals(Receipt.BUSY, last);
        assertEquals(Inbox.ORDERS_MAX + 1, taken);
    }

    @Test
    void voiceKeepsABadgeFromBeingIdleAndSilenceDoesNot() {
        bench.listen(badge, ListenMode.AUTO);
        passWithPackets(500);
        bench.speak(badge, "still here");
        bench.pause(badge, Duration.ofSeconds(1));
        passWithPackets(500);
        assertEquals(List.of(), bench.heard(badge, IdleWarning.class));
        bench.pause(badge, Duration.ofSeconds(50));
        passWithPackets(50);
        assertEquals(1, bench.heard(badge, IdleWarning.class).size());
    }

    private void passWithPackets(int seconds) {
        for (int second = 0; second < seconds; second += 10) {
            bench.pass(Duration.ofSeconds(10));
            bench.send(badge, new BadgeRequest.Activity(BadgeRequest.Activity.Kind.AUDIO));
        }
    }

    @Test
    void afterADisconnectInTheMiddleOfAWordNothingIsLeft() {
        for (ListenMode mode : ListenMode.values()) {
            SessionId speaker = bench.connect("bb:" + mode.name().toLowerCase(Locale.ROOT));
            bench.listen(speaker, mode);
            bench.speak(speaker, WORDS);
            bench.disconnect(speaker);
        }
        assertEquals(0, bench.decoders.stillOpen());
        assertEquals(0, bench.detectors.stillOpen());
        assertEquals(0, bench.recognizer.stillOpen());
        bench.disconnect(badge);
        assertEquals(0, bench.time.alarms());
    }

    @Test
    void whoeverIsNotListenedToHoldsNothingOpen() {
        bench.listen(badge, ListenMode.MANUAL);
        bench.speak(badge, WORDS);
        bench.stopListening(badge);
        assertEquals(1, bench.decoders.opened());
        assertEquals(0, bench.decoders.stillOpen());
        assertEquals(0, bench.detectors.stillOpen());
    }

    @Test
    void packetsForNobodyAreHarmless() {
        bench.connections().hear(new SessionId("nobody"), ToySpeech.silence());
        bench.disconnect(badge);
        packet(ToySpeech.silence());
        bench.threads.runAll();
        assertEquals(0, bench.decoders.opened());
    }
}
