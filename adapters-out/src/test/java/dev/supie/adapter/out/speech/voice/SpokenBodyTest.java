package dev.supie.adapter.out.speech.voice;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import dev.supie.adapter.out.service.CallFailure;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;

/// Samples of a service, however they are cut on the way.
class SpokenBodyTest {

    private static final int BYTES = 20_000;

    /// At most so many bytes at a time.
    private static InputStream cut(byte[] all, int most) {
        return new ByteArrayInputStream(all) {
            @Override
            public synchronized int read(byte[] into, int offset, int length) {
                return super.read(into, offset, Math.min(length, most));
            }
        };
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 999, 4_799, 4_800, 4_801, BYTES})
    void everySampleIsHandedOnOnce(int most) throws IOException, CallFailure {
        byte[] sent = new byte[BYTES];
        for (int at = 0; at < sent.length; at++) {
            sent[at] = (byte) (at * 7 + at / 256);
        }
        ByteArrayOutputStream played = new ByteArrayOutputStream();

        new SpokenBody(cut(sent, most))
                .play(
                        (samples, count) -> {
                            for (int index = 0; index < count; index++) {
                                played.write(samples[index]);
                                played.write(samples[index] >> Byte.SIZE);
                            }
                        });

        assertArrayEquals(sent, played.toByteArray());
    }
}
