package dev.supie.adapter.out.speech;

import dev.supie.application.speech.port.PcmFrame;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/// Writes recordings as other programs do: another rate, more channels, other samples.
record WavFile(int rate, int channels, SampleFormat kind) {

    private static final int HEADER_BYTES = 44;
    private static final int PCM = 1;
    private static final int FRACTIONS = 3;

    /// The same sound on each channel, on straight lines between the samples.
    byte[] bytes(short[] source) {
        int count = (int) ((long) source.length * rate / PcmFrame.SAMPLE_RATE);
        byte[] bytes = new byte[HEADER_BYTES + count * channels * kind.bytes()];
        ByteBuffer file = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        header(file, bytes.length - HEADER_BYTES);
        for (int index = 0; index < count; index++) {
            double position = (double) index * PcmFrame.SAMPLE_RATE / rate;
            int before = (int) position;
            int after = Math.min(before + 1, source.length - 1);
            double part = position - before;
            double sample = source[before] * (1 - part) + source[after] * part;
            for (int channel = 0; channel < channels; channel++) {
                put(file, sample / 32_768);
            }
        }
        return bytes;
    }

    private void header(ByteBuffer file, int bytes) {
        boolean fraction = kind == SampleFormat.FLOAT_32 || kind == SampleFormat.FLOAT_64;
        file.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(HEADER_BYTES - 8 + bytes);
        file.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(16);
        file.putShort((short) (fraction ? FRACTIONS : PCM)).putShort((short) channels);
        file.putInt(rate).putInt(rate * channels * kind.bytes());
        file.putShort((short) (channels * kind.bytes())).putShort((short) (kind.bytes() * 8));
        file.put("data".getBytes(StandardCharsets.US_ASCII)).putInt(bytes);
    }

    /// @param sample from -1 to 1
    private void put(ByteBuffer file, double sample) {
        switch (kind) {
            case BITS_8 -> file.put((byte) (Math.round(sample * 127) + 128));
            case BITS_16 -> file.putShort((short) (sample * 32_767));
            case BITS_24 -> {
                int value = (int) (sample * 8_388_607);
                file.put((byte) value).putShort((short) (value >> 8));
            }
            case BITS_32 -> file.putInt((int) (sample * Integer.MAX_VALUE));
            case FLOAT_32 -> file.putFloat((float) sample);
            case FLOAT_64 -> file.putDouble(sample);
        }
    }
}
