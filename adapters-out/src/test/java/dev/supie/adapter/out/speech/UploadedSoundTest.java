package dev.supie.adapter.out.speech;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.supie.application.audio.port.FileContent;
import dev.supie.application.speech.port.PcmFrame;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;

/// Recordings that somebody sends, also somebody who means no good.
class UploadedSoundTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final UploadedSound files = new UploadedSound();

    private static byte[] wav(Duration length) {
        return new WavFile(24_000, 1, SampleFormat.BITS_16)
                .bytes(new short[PcmFrame.samplesIn(length)]);
    }

    private Duration read(byte[] file) {
        return assertInstanceOf(FileContent.Sound.class, files.read(file, MINUTE)).pieces().stream()
                .map(PcmFrame::duration)
                .reduce(Duration.ZERO, Duration::plus);
    }

    private String refused(byte[] file) {
        return assertInstanceOf(FileContent.Unreadable.class, files.read(file, MINUTE)).reason();
    }

    @Test
    void aRecordingIsReadUpToTheLimitAndNoFurther() {
        assertTrue(read(wav(Duration.ofSeconds(2))).minusSeconds(2).abs().toMillis() < 10);
        assertTrue(read(wav(MINUTE)).minus(MINUTE).abs().toMillis() < 10);
        assertEquals(new FileContent.TooLong(), files.read(wav(MINUTE.plusSeconds(1)), MINUTE));
    }

    /// A WAV file that is made while it is sent cannot say how long it will be.
    @Test
    void aFileOfUnknownLengthIsReadToItsEnd() {
        byte[] file = wav(Duration.ofSeconds(2));
        Arrays.fill(file, 4, 8, (byte) -1);
        Arrays.fill(file, 40, 44, (byte) -1);
        assertTrue(read(file).minusSeconds(2).abs().toMillis() < 10);
    }

    /// A badge that hears nothing says so in three bytes; ours is 60 ms of silence.
    @Test
    void aSmallFileThatLastsForHoursIsNotReadToItsEnd() {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        SoundFileTest.headers(file);
        for (int packet = 0; packet < 60_000; packet++) {
            SoundFileTest.page(file, new byte[] {0x58, 0, 0});
        }
        ByteArrayInputStream rest = new ByteArrayInputStream(file.toByteArray());
        assertEquals(new FileContent.TooLong(), UploadedSound.read(rest, MINUTE));
        assertTrue(rest.available() > file.size() * 9L / 10, () -> rest.available() + " left");
    }

    @Test
    void whatIsNoSoundIsRefusedWithAReason() {
        assertEquals("the file is empty", refused(new byte[0]));
        assertTrue(refused("ID3 or so".getBytes(StandardCharsets.US_ASCII)).contains("WAV file"));
        byte[] empty =
                new WavFile(PcmFrame.SAMPLE_RATE, 1, SampleFormat.BITS_16).bytes(new short[0]);
        assertEquals("there is no sound in the file", refused(empty));
        byte[] whole = wav(Duration.ofSeconds(1));
        for (int length = 4; length < 44; length++) {
            assertTrue(!refused(Arrays.copyOf(whole, length)).isBlank(), "cut at " + length);
        }
    }
}
