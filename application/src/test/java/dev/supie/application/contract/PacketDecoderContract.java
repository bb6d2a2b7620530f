package dev.supie.application.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.supie.application.speech.port.Decoded;
import dev.supie.application.speech.port.PacketDecoder;
import dev.supie.application.speech.port.PacketDecoders;
import dev.supie.application.speech.port.PcmFrame;
import dev.supie.application.speech.port.UplinkFormat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// What every decoder of packets does (LIS-8, T15, T27).
public abstract class PacketDecoderContract {

    private static final int SEED = 4;

    protected abstract PacketDecoders decoders();

    /// At least ten good packets of some speech, one after the other, each of this length.
    protected abstract List<byte[]> speech(Duration packet);

    /// What the badge sends while it hears nothing: one to three bytes.
    protected abstract byte[] nothingHeard();

    /// Bytes that are surely no packet.
    protected abstract byte[] damaged();

    @ParameterizedTest
    @ValueSource(ints = {20, 40, 60})
    void aPacketBecomesSoundOfItsLength(int millis) {
        Duration packet = Duration.ofMillis(millis);
        try (PacketDecoder decoder = decoders().open(new UplinkFormat(packet))) {
            for (PcmFrame frame : decoded(decoder, speech(packet))) {
                assertEquals(packet, frame.duration());
            }
        }
    }

    @Test
    void aPacketOfAnotherLengthThanAnnouncedIsDecodedAllTheSame() {
        Duration packet = Duration.ofMillis(20);
        try (PacketDecoder decoder = decoders().open(UplinkFormat.USUAL)) {
            assertEquals(packet, decoded(decoder, speech(packet)).getFirst().duration());
        }
    }

    @Test
    void speechIsNotSilence() {
        try (PacketDecoder decoder = decoders().open(UplinkFormat.USUAL)) {
            List<PcmFrame> frames = decoded(decoder, usual());
            PcmFrame silence = PcmFrame.silence(UplinkFormat.USUAL.packet());
            assertTrue(frames.stream().anyMatch(frame -> !frame.equals(silence)));
        }
    }

    @Test
    void emptyAndTinyPacketsAreSound() {
        try (PacketDecoder decoder = decoders().open(UplinkFormat.USUAL)) {
            assertEquals(UplinkFormat.USUAL.packet(), heard(decoder, new byte[0]).duration());
            decoded(decoder, usual());
            assertEquals(UplinkFormat.USUAL.packet(), heard(decoder, new byte[0]).duration());
            assertEquals(UplinkFormat.USUAL.packet(), heard(decoder, nothingHeard()).duration());
        }
    }

    @Test
    void damageIsAValueAndAfterAResetTheNextPacketIsGood() {
        List<byte[]> packets = usual();
        List<PcmFrame> fresh;
        try (PacketDecoder decoder = decoders().open(UplinkFormat.USUAL)) {
            fresh = decoded(decoder, packets);
        }
        try (PacketDecoder decoder = decoders().open(UplinkFormat.USUAL)) {
            decoded(decoder, packets);
            assertInstanceOf(Decoded.Damaged.class, decoder.decode(damaged()));
            decoder.reset();
            assertEquals(fresh, decoded(decoder, packets), "as if nothing had been before");
        }
    }

    @Test
    void noBytesWhateverMakeItThrow() {
        Random random = new Random(SEED);
        try (PacketDecoder decoder = decoders().open(UplinkFormat.USUAL)) {
            for (int round = 0; round < 5_000; round++) {
                byte[] packet = new byte[random.nextInt(400)];
                random.nextBytes(packet);
                switch (decoder.decode(packet)) {
                    case Decoded.Audio audio -> assertIsOnePacket(audio.frame());
                    case Decoded.Damaged damage -> {
                        assertNotEquals("", damage.reason());
                        decoder.reset();
                    }
                }
            }
            decoder.reset();
            decoded(decoder, usual());
        }
    }

    private static void assertIsOnePacket(PcmFrame frame) {
        assertTrue(frame.duration().compareTo(UplinkFormat.PACKET_MAX) <= 0, frame::toString);
    }

    @Test
    void missingPacketsAreConcealedUpToALimit() {
        Duration packet = UplinkFormat.USUAL.packet();
        try (PacketDecoder decoder = decoders().open(UplinkFormat.USUAL)) {
            decoded(decoder, usual());
            assertEquals(PcmFrame.EMPTY, decoder.conceal(0));
            assertEquals(packet.multipliedBy(2), decoder.conceal(2).duration());
            assertEquals(
                    packet.multipliedBy(PacketDecoder.CONCEALED_MAX),
                    decoder.conceal(1_000).duration());
            decoded(decoder, usual());
        }
    }

    @Test
    void twoConnectionsDoNotHearEachOther() {
        List<byte[]> packets = usual();
        List<PcmFrame> alone;
        try (PacketDecoder decoder = decoders().open(UplinkFormat.USUAL)) {
            alone = decoded(decoder, packets);
        }
        try (PacketDecoder one = decoders().open(UplinkFormat.USUAL);
                PacketDecoder other = decoders().open(UplinkFormat.USUAL)) {
            List<PcmFrame> heard = new ArrayList<>();
            for (byte[] packet : packets) {
                heard.add(heard(one, packet));
                other.decode(damaged());
                other.reset();
            }
            assertEquals(alone, heard);
        }
    }

    @Test
    void closingTwiceIsHarmless() {
        PacketDecoder decoder = decoders().open(UplinkFormat.USUAL);
        decoder.close();
        decoder.close();
    }

    private List<byte[]> usual() {
        return speech(UplinkFormat.USUAL.packet());
    }

    private static List<PcmFrame> decoded(PacketDecoder decoder, List<byte[]> packets) {
        assertTrue(packets.size() >= 10, "some speech");
        return packets.stream().map(packet -> heard(decoder, packet)).toList();
    }

    private static PcmFrame heard(PacketDecoder decoder, byte[] packet) {
        return assertInstanceOf(Decoded.Audio.class, decoder.decode(packet)).frame();
    }
}
