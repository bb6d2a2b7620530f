package dev.supie.application.speaking.port;

/// Takes the sound of one sentence, piece by piece, from one thread.
@FunctionalInterface
public interface SoundSink {

    /// So many samples more, one channel at [DownlinkFormat#SAMPLE_RATE]. The array is not kept.
    void take(short[] samples, int count);
}
