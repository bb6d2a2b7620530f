package dev.supie.adapter.out.speech.voice;

import com.sun.speech.freetts.audio.AudioPlayer;

import dev.supie.adapter.out.speech.Resampler;
import dev.supie.application.speaking.port.DownlinkFormat;
import dev.supie.application.speaking.port.SoundSink;

import org.jspecify.annotations.Nullable;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.function.BooleanSupplier;

import javax.sound.sampled.AudioFormat;

/// What FreeTTS takes for a loudspeaker: hands on what is played, at our rate.
final class Playback implements AudioPlayer {

    private final SoundSink sink;
    private final BooleanSupplier wanted;
    private AudioFormat format = new AudioFormat(16_000, Short.SIZE, 1, true, true);
    private @Nullable Resampler resampler;

    /// @param wanted asked before every piece; once it says no, nothing more is taken
    Playback(SoundSink sink, BooleanSupplier wanted) {
        this.sink = sink;
        this.wanted = wanted;
    }

    boolean isWanted() {
        return wanted.getAsBoolean();
    }

    /// What is left.
    void finish() {
        if (resampler != null && isWanted()) {
            short[] rest = resampler.finish();
            sink.take(rest, rest.length);
        }
    }

    @Override
    public boolean write(byte[] bytes) {
        return write(bytes, 0, bytes.length);
    }

    @Override
    public boolean write(byte[] bytes, int offset, int size) {
        if (!isWanted()) {
            return false;
        }
        short[] samples = new short[size / Short.BYTES];
        ByteBuffer.wrap(bytes, offset, size)
                .order(format.isBigEndian() ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN)
                .asShortBuffer()
                .get(samples);
        short[] played = resampler().add(samples);
        sink.take(played, played.length);
        return isWanted();
    }

    private Resampler resampler() {
        Resampler open = resampler;
        if (open == null) {
            open = new Resampler((int) format.getSampleRate(), DownlinkFormat.SAMPLE_RATE);
            resampler = open;
        }
        return open;
    }

    @Override
    public void setAudioFormat(AudioFormat played) {
        format = played;
    }

    @Override
    public AudioFormat getAudioFormat() {
        return format;
    }

    @Override
    public void begin(int size) {
        // The next part of the sentence.
    }

    @Override
    public boolean end() {
        return isWanted();
    }

    @Override
    public boolean drain() {
        return true;
    }

    @Override
    public void cancel() {
        // Whether more is wanted, nobody else decides.
    }

    @Override
    public void pause() {
        // There is no time to stop.
    }

    @Override
    public void resume() {
        // There is no time to stop.
    }

    @Override
    public void reset() {
        // Nothing is kept.
    }

    @Override
    public void close() {
        // Nothing is held.
    }

    @Override
    public float getVolume() {
        return 1;
    }

    @Override
    public void setVolume(float volume) {
        // As loud as it is.
    }

    @Override
    public long getTime() {
        return -1;
    }

    @Override
    public void resetTime() {
        // There is no time to count.
    }

    @Override
    public void startFirstSampleTimer() {
        // Nobody looks at it.
    }

    @Override
    public void showMetrics() {
        // Nobody looks at them.
    }
}
