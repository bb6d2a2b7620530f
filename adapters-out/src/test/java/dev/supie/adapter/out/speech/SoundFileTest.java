package dev.supie.adapter.out.speech;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.supie.application.speech.port.PcmFrame;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

class SoundFileTest {

    private static final Recording SPOKEN = Voices.own("austen-0930.wav");
    private static final Duration PACKET = Duration.ofMillis(20);

    @TempDir private Path folder = Path.of("");

    private PcmFrame read(byte[] bytes) throws IOException {
        return read(Files.write(folder.resolve("sound"), bytes));
    }

    private static PcmFrame read(Path file) throws IOException {
        SampleBuffer all = new SampleBuffer();
        SoundFile.read(file, all::add);
        return all.first(all.length());
    }

    private static String transcribed(PcmFrame sound) {
        List<String> lines = new ArrayList<>();
        Transcription transcription =
                TestSpeech.speech().transcribe(line -> lines.add(line.text()));
        transcription.hear(sound);
        transcription.finish();
        return String.join(" ", lines);
    }

    private static void assertUnderstood(PcmFrame sound) {
        assertEquals(WordErrors.words(SPOKEN.text()), WordErrors.words(transcribed(sound)));
    }

    @ParameterizedTest
    @CsvSource({
        "8000, 1, BITS_8",
        "8000, 1, BITS_16",
        "16000, 2, BITS_16",
        "22050, 1, BITS_16",
        "44100, 2, BITS_16",
        "44100, 1, BITS_24",
        "48000, 2, BITS_24",
        "48000, 1, BITS_32",
        "48000, 2, FLOAT_32",
        "96000, 1, FLOAT_64",
    })
    void aRecordingOfAnyRateAndKindIsUnderstood(int rate, int channels, SampleFormat kind)
            throws IOException {
        WavFile file = new WavFile(rate, channels, kind);
        PcmFrame sound = read(file.bytes(SPOKEN.samples()));
        assertLasts(SPOKEN.duration(), sound);
        assertUnderstood(sound);
    }

    /// The last packet may be filled up.
    private static void assertLasts(Duration expected, PcmFrame sound) {
        Duration longer = sound.duration().minus(expected);
        assertTrue(longer.abs().compareTo(PACKET) <= 0, sound::toString);
    }

    @Test
    void anOggFileIsUnderstoodAndItsLeadInSkipped() throws IOException {
        PcmFrame sound = read(ogg());
        assertLasts(SPOKEN.duration().minusMillis(10), sound);
        assertUnderstood(sound);
    }

    private static byte[] ogg() {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        headers(file);
        BadgeMicrophone.packets(SPOKEN.samples(), PACKET).forEach(packet -> page(file, packet));
        return file.toByteArray();
    }

    static void headers(ByteArrayOutputStream file) {
        ByteBuffer head = ByteBuffer.allocate(19).order(ByteOrder.LITTLE_ENDIAN);
        head.put("OpusHead".getBytes(StandardCharsets.US_ASCII)).put((byte) 1).put((byte) 1);
        head.putShort((short) 480).putInt(PcmFrame.SAMPLE_RATE);
        page(file, head.array());
        page(file, "OpusTags".getBytes(StandardCharsets.US_ASCII));
    }

    static void page(ByteArrayOutputStream file, byte[] packet) {
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
        short[] resampled = new Resampler(48_000, PcmFrame.SAMPLE_RATE).add(tone);
        int loudest = 0;
        for (int index = 200; index < resampled.length - 200; index++) {
            loudest = Math.max(loudest, Math.abs(resampled[index]));
        }
        assertTrue(loudest < 200, "a hundredth at most: " + loudest);
    }

    @Test
    void piecesMakeTheSameSoundAsTheWhole() {
        short[] whole = SPOKEN.samples();
        SampleBuffer once = new SampleBuffer();
        Resampler resampler = new Resampler(44_100, PcmFrame.SAMPLE_RATE);
        once.add(frame(resampler.add(whole)));
        once.add(frame(resampler.finish()));
        SampleBuffer often = new SampleBuffer();
        Resampler pieces = new Resampler(44_100, PcmFrame.SAMPLE_RATE);
        for (int from = 0; from < whole.length; from += 7) {
            short[] piece = Arrays.copyOfRange(whole, from, Math.min(from + 7, whole.length));
            often.add(frame(pieces.add(piece)));
        }
        often.add(frame(pieces.finish()));

        assertEquals(once.first(once.length()), often.first(often.length()));
        assertEquals(Math.ceilDiv(whole.length * 160, 441), once.length());
    }

    private static PcmFrame frame(short[] samples) {
        return PcmFrame.of(samples, samples.length);
    }

    /// Whatever the header says of the length: programs that were killed left a wrong one.
    @Test
    void aWavFileThatWasCutOffIsReadUpToThere() throws IOException {
        byte[] file = new WavFile(16_000, 1, SampleFormat.BITS_16).bytes(SPOKEN.samples());
        PcmFrame sound = read(Arrays.copyOf(file, file.length - 16_001));
        assertLasts(SPOKEN.duration().minusMillis(500), sound);
    }

    @Test
    void anOggFileThatWasCutOffIsReadUpToThere() throws IOException {
        byte[] file = ogg();
        PcmFrame sound = read(Arrays.copyOf(file, file.length / 2));
        assertTrue(sound.duration().compareTo(Duration.ofSeconds(1)) > 0, sound::toString);
    }

    @ParameterizedTest
    @CsvSource({
        "'', the file is empty",
        "RI, neither a WAV file nor an Ogg file; make a WAV file of it",
        "ID3 and an MP3 file, ffmpeg -i RECORDING",
        "RIFF, cut off",
        "RIFFxxxxAVI xxxx, not a WAV file",
        "RIFFxxxxWAVEdata, cut off",
        "RIFFxxxxWAVEdataxxxx, does not say what its samples are",
        "OggS, something else than Opus",
    })
    void whatIsNoRecordingSaysSo(String bytes, String message) {
        assertMessage(message, bytes.getBytes(StandardCharsets.US_ASCII));
    }

    @Test
    void whatNobodyCanReadSaysSo() {
        byte[] file = new WavFile(16_000, 1, SampleFormat.BITS_16).bytes(new short[160]);
        assertMessage("0 channels", changed(file, 22, 0, 0));
        assertMessage("with 1 samples a second", changed(file, 24, 1, 0, 0, 0));
        assertMessage("with -1 samples a second", changed(file, 24, -1, -1, -1, -1));
        assertMessage("compressed or of a rare kind (format 85, 16 bits)", changed(file, 20, 85));
        assertMessage("rare kind (format 1, 12 bits)", changed(file, 34, 12));
        // A chunk in front that claims to be longer than any file.
        assertMessage("cut off", changed(file, 12, 'L', 'I', 'S', 'T', -8, -1, -1, -1));
    }

    private static byte[] changed(byte[] file, int position, int... values) {
        byte[] changed = file.clone();
        for (int index = 0; index < values.length; index++) {
            changed[position + index] = (byte) values[index];
        }
        return changed;
    }

    @Test
    void whatIsDamagedThroughoutSaysSo() {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        headers(file);
        for (int packet = 0; packet < 10; packet++) {
            page(file, new byte[] {(byte) 0xff, (byte) 0xff});
        }
        assertMessage("no sound that can be decoded", file.toByteArray());
    }

    @Test
    void whatIsNoFileSaysSo() {
        assertMessage("there is no such file", folder.resolve("nowhere"));
        assertMessage("that is a folder", folder);
    }

    private void assertMessage(String part, byte[] bytes) {
        assertMessage(part, () -> read(bytes));
    }

    private static void assertMessage(String part, Path file) {
        assertMessage(part, () -> read(file));
    }

    private static void assertMessage(String part, Executable reading) {
        IOException failure = assertThrows(IOException.class, reading);
        assertTrue(String.valueOf(failure.getMessage()).contains(part), failure::getMessage);
    }
}
