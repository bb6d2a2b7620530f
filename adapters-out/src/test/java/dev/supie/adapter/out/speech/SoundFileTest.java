package dev.supie.adapter.out.speech;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.supie.application.speech.port.PcmFrame;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

class SoundFileTest {

    private static final Recording SPOKEN = Voices.own("austen-0930.wav");
    private static final Duration PACKET = Duration.ofMillis(20);

    @TempDir private Path folder = Path.of("");

    private PcmFrame read(byte[] bytes) throws IOException {
        return SoundFile.read(Files.write(folder.resolve("sound"), bytes));
    }

    private static String transcribed(PcmFrame sound) {
        List<String> lines = new ArrayList<>();
        TestSpeech.speech().transcribe(sound, line -> lines.add(line.text()));
        return String.join(" ", lines);
    }

    private static void assertUnderstood(PcmFrame sound) {
        assertEquals(WordErrors.words(SPOKEN.text()), WordErrors.words(transcribed(sound)));
    }

    @Test
    void aStereoRecordingOfAnotherRateIsUnderstood() throws IOException {
        int rate = 44_100;
        short[] source = SPOKEN.samples();
        int count = (int) ((long) source.length * rate / PcmFrame.SAMPLE_RATE);
        byte[] file = new byte[44 + count * 2 * Short.BYTES];
        ByteBuffer wav = wav(file, count, 2, rate);
        for (int index = 0; index < count; index++) {
            double position = (double) index * PcmFrame.SAMPLE_RATE / rate;
            int before = (int) position;
            int after = Math.min(before + 1, source.length - 1);
            double part = position - before;
            short sample = (short) (source[before] * (1 - part) + source[after] * part);
            wav.putShort(sample).putShort(sample);
        }
        PcmFrame sound = read(file);
        assertLasts(SPOKEN.duration(), sound);
        assertUnderstood(sound);
    }

    /// The last packet may be filled up.
    private static void assertLasts(Duration expected, PcmFrame sound) {
        Duration longer = sound.duration().minus(expected);
        assertTrue(longer.abs().compareTo(PACKET) <= 0, sound::toString);
    }

    private static ByteBuffer wav(byte[] file, int samples, int channels, int rate) {
        int bytes = samples * channels * Short.BYTES;
        ByteBuffer wav = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        wav.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(36 + bytes);
        wav.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(16);
        wav.putShort((short) 1).putShort((short) channels).putInt(rate);
        wav.putInt(rate * channels * Short.BYTES).putShort((short) (channels * Short.BYTES));
        wav.putShort((short) 16);
        return wav.put("data".getBytes(StandardCharsets.US_ASCII)).putInt(bytes);
    }

    @Test
    void anOggFileIsUnderstoodAndItsLeadInSkipped() throws IOException {
        PcmFrame sound = read(ogg());
        assertLasts(SPOKEN.duration().minusMillis(10), sound);
        assertUnderstood(sound);
    }

    private static byte[] ogg() {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        ByteBuffer head = ByteBuffer.allocate(19).order(ByteOrder.LITTLE_ENDIAN);
        head.put("OpusHead".getBytes(StandardCharsets.US_ASCII)).put((byte) 1).put((byte) 1);
        head.putShort((short) 480).putInt(PcmFrame.SAMPLE_RATE);
        page(file, head.array());
        page(file, "OpusTags".getBytes(StandardCharsets.US_ASCII));
        BadgeMicrophone.packets(SPOKEN.samples(), PACKET).forEach(packet -> page(file, packet));
        return file.toByteArray();
    }

    private static void page(ByteArrayOutputStream file, byte[] packet) {
        file.writeBytes("OggS".getBytes(StandardCharsets.US_ASCII));
        file.writeBytes(new byte[22]);
        int full = packet.length / 255;
        file.write(full + 1);
        for (int piece = 0; piece < full; piece++) {
            file.write(255);
        }
        file.write(packet.length % 255);
        file.writeBytes(packet);
    }

    @Test
    void aToneAboveTheBandIsNotHeardInIt() {
        short[] tone = new short[48_000];
        for (int index = 0; index < tone.length; index++) {
            tone[index] = (short) (20_000 * Math.sin(2 * Math.PI * 11_000 * index / 48_000));
        }
        short[] resampled = Resampler.resample(tone, 48_000);
        int loudest = 0;
        for (int index = 200; index < resampled.length - 200; index++) {
            loudest = Math.max(loudest, Math.abs(resampled[index]));
        }
        assertTrue(loudest < 200, "a hundredth at most: " + loudest);
    }

    @Test
    void whatIsNoRecordingSaysSo() {
        assertMessage("cut off", "RI".getBytes(StandardCharsets.US_ASCII));
        assertMessage("not a WAV file", "RIFFxxxxAVI xxxx".getBytes(StandardCharsets.US_ASCII));
        assertMessage("not an Ogg file", new byte[] {'O', 'o', 'o', 'o', 0, 0});
        assertMessage("cut off", new byte[] {'O', 'g', 'g', 'S', 0, 0});
        assertMessage("cut off", new byte[0]);
    }

    private void assertMessage(String part, byte[] bytes) {
        IOException failure = assertThrows(IOException.class, () -> read(bytes));
        assertTrue(String.valueOf(failure.getMessage()).contains(part), failure::getMessage);
    }
}
