package dev.supie.application.fake;

import dev.supie.application.speech.port.Decoded;
import dev.supie.application.speech.port.PacketDecoder;
import dev.supie.application.speech.port.PacketDecoders;
import dev.supie.application.speech.port.PcmFrame;
import dev.supie.application.speech.port.UplinkFormat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/// Decoders of [ToySpeech]. They know how many of them are open.
public final class ToyPacketDecoders implements PacketDecoders {

    /// What takes the place of lost packets: too quiet for a letter.
    private static final int CONCEALMENT = 100;

    private static final int TINY = 3;

    private final AtomicInteger open = new AtomicInteger();
    private final AtomicInteger opened = new AtomicInteger();

    @Override
    public PacketDecoder open(UplinkFormat format) {
        open.incrementAndGet();
        opened.incrementAndGet();
        return new Toy(format);
    }

    /// Decoders that were not closed yet.
    public int stillOpen() {
        return open.get();
    }

    /// Decoders that were ever asked for.
    public int opened() {
        return opened.get();
    }

    private final class Toy implements PacketDecoder {

        private final UplinkFormat format;
        private boolean closed;

        Toy(UplinkFormat format) {
            this.format = format;
        }

        @Override
        public Decoded decode(byte[] packet) {
            if (closed) {
                throw new IllegalStateException("decoding after the end");
            }
            if (packet.length == 0) {
                return new Decoded.Audio(conceal(1));
            }
            if (packet.length <= TINY) {
                return new Decoded.Audio(PcmFrame.silence(format.packet()));
            }
            if (!ToySpeech.isVoice(packet) || packet[3] < 1 || packet[3] > longest()) {
                return new Decoded.Damaged("not toy speech");
            }
            return new Decoded.Audio(ToySpeech.sound(packet));
        }

        private static int longest() {
            return Math.toIntExact(UplinkFormat.PACKET_MAX.toMillis());
        }

        @Override
        public PcmFrame conceal(int lost) {
            Duration missing = format.packet().multipliedBy(Math.min(lost, CONCEALED_MAX));
            return ToySpeech.level(CONCEALMENT, missing);
        }

        @Override
        public void reset() {
            // It remembers nothing from one packet to the next.
        }

        @Override
        public void close() {
            if (!closed) {
                closed = true;
                open.decrementAndGet();
            }
        }
    }
}
