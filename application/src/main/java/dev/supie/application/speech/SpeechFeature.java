package dev.supie.application.speech;

import dev.supie.application.runtime.Alarms;
import dev.supie.application.speech.port.PacketDecoders;
import dev.supie.application.speech.port.Recognizer;
import dev.supie.application.speech.port.VoiceDetectors;

import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/// Puts the speech feature together.
public final class SpeechFeature {

    private SpeechFeature() {}

    /// What the feature needs from outside.
    ///
    /// @param recognizers `asr.chain`: asked in this order; may be empty, and then badges are told
    /// @param audio where packets are decoded; it only computes, so as many threads as processors
    ///   are enough
    /// @param settings asked anew for every decision (CFG-3)
    /// @param tally counts what becomes of it
    public record Ports(
            PacketDecoders decoders,
            VoiceDetectors detectors,
            List<Recognizer> recognizers,
            Executor audio,
            Alarms alarms,
            InstantSource time,
            Supplier<SpeechSettings> settings,
            SpeechTally tally) {
        public Ports {
            recognizers = List.copyOf(recognizers);
        }

        /// With a tally that nobody reads.
        public Ports(
                PacketDecoders decoders,
                VoiceDetectors detectors,
                List<Recognizer> recognizers,
                Executor audio,
                Alarms alarms,
                InstantSource time,
                Supplier<SpeechSettings> settings) {
            this(
                    decoders,
                    detectors,
                    recognizers,
                    audio,
                    alarms,
                    time,
                    settings,
                    new SpeechTally());
        }
    }

    public static Ears create(Ports ports) {
        return (device, session, listener) -> new LaneEar(ports, device, session, listener);
    }
}
