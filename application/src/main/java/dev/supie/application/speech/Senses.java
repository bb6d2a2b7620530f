package dev.supie.application.speech;

import dev.supie.application.speech.port.Decoded;
import dev.supie.application.speech.port.PacketDecoder;
import dev.supie.application.speech.port.PacketDecoders;
import dev.supie.application.speech.port.PcmFrame;
import dev.supie.application.speech.port.UplinkFormat;
import dev.supie.application.speech.port.VoiceDetector;
import dev.supie.application.speech.port.VoiceDetectors;
import dev.supie.domain.kernel.SessionId;

import org.jspecify.annotations.Nullable;

/// What one badge is heard with; opened when it is first needed. Only ever used in its ear's lane.
final class Senses implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(Senses.class.getName());

    /// LIS-8: damage is logged once for so many packets.
    static final int DAMAGE_PER_LOG = 100;

    private final PacketDecoders decoders;
    private final VoiceDetectors detectors;
    private final SpeechTally tally;
    private final SessionId session;
    private UplinkFormat format = UplinkFormat.USUAL;
    private @Nullable PacketDecoder decoder;
    private @Nullable VoiceDetector detector;
    private long damaged;

    Senses(SpeechFeature.Ports ports, SessionId session) {
        this.decoders = ports.decoders();
        this.detectors = ports.detectors();
        this.tally = ports.tally();
        this.session = session;
    }

    UplinkFormat format() {
        return format;
    }

    void format(UplinkFormat next) {
        if (!next.equals(format)) {
            close();
            format = next;
        }
    }

    /// The sound of a packet; none if it is damaged (LIS-8).
    PcmFrame decode(byte[] packet) {
        PacketDecoder open = decoder();
        return switch (open.decode(packet)) {
            case Decoded.Audio audio -> audio.frame();
            case Decoded.Damaged damage -> {
                open.reset();
                note(damage);
                yield PcmFrame.EMPTY;
            }
        };
    }

    private void note(Decoded.Damaged damage) {
        damaged++;
        tally.packetDamaged();
        if (damaged % DAMAGE_PER_LOG == 1) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "damaged audio packet: session={0} damaged={1} reason={2}",
                    session,
                    damaged,
                    damage.reason());
        }
    }

    PcmFrame conceal(int lost) {
        return decoder().conceal(lost);
    }

    /// Whether there is a voice at the end of this sound. If nobody can tell, everything counts as
    /// one, so that what a badge is told to hear is heard.
    boolean isVoice(PcmFrame frame) {
        if (!detectors.availability().isReady()) {
            return true;
        }
        VoiceDetector open = detector;
        if (open == null) {
            open = detectors.open();
            detector = open;
        }
        return switch (open.hear(frame)) {
            case VOICE -> true;
            case SILENCE -> false;
        };
    }

    /// Hears as if nothing had been before.
    void reset() {
        if (decoder != null) {
            decoder.reset();
        }
        if (detector != null) {
            detector.reset();
        }
    }

    private PacketDecoder decoder() {
        PacketDecoder open = decoder;
        if (open == null) {
            open = decoders.open(format);
            decoder = open;
        }
        return open;
    }

    /// Gives back everything; what is needed again is opened again.
    @Override
    public void close() {
        if (decoder != null) {
            decoder.close();
            decoder = null;
        }
        if (detector != null) {
            detector.close();
            detector = null;
        }
    }
}
