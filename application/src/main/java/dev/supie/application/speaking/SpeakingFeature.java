package dev.supie.application.speaking;

import dev.supie.application.connection.port.BadgeLink;
import dev.supie.application.runtime.Alarms;
import dev.supie.application.runtime.Workers;
import dev.supie.application.speaking.port.PacketEncoders;
import dev.supie.application.speaking.port.Synthesizer;

import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/// Puts the speaking feature together.
public final class SpeakingFeature {

    private SpeakingFeature() {}

    /// What the feature needs from outside.
    ///
    /// @param link the way to the badges
    /// @param synthesizers `tts.chain`: asked in this order for each sentence; may be empty, and
    ///   then answers are text only
    /// @param workers where sentences are made into packets, each for as long as a synthesizer
    ///   takes
    /// @param background tells the listeners
    /// @param alarms beat the time of packets, so nothing else should hold them up
    /// @param settings asked anew for every answer (CFG-3)
    /// @param tally counts what becomes of it
    public record Ports(
            BadgeLink link,
            List<Synthesizer> synthesizers,
            PacketEncoders encoders,
            Workers workers,
            Executor background,
            Alarms alarms,
            InstantSource time,
            Supplier<SpeakingSettings> settings,
            SpeakingTally tally) {
        public Ports {
            synthesizers = List.copyOf(synthesizers);
        }

        /// The same without anybody who speaks.
        Ports textOnly() {
            return new Ports(
                    link, List.of(), encoders, workers, background, alarms, time, settings, tally);
        }
    }

    public static Mouths create(Ports ports) {
        return session -> new SessionMouth(ports, session);
    }
}
