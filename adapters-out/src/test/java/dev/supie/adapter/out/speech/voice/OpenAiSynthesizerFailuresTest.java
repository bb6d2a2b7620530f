package dev.supie.adapter.out.speech.voice;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.supie.application.speaking.port.SoundSink;
import dev.supie.application.speaking.port.Synthesis;
import dev.supie.application.speaking.port.SynthesisRequest;
import dev.supie.application.speaking.port.SynthesisResult;
import dev.supie.application.speaking.port.SynthesisResult.Code;
import dev.supie.application.speech.port.LanguageTag;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// What services send instead of the samples they were asked for, and what becomes of it.
class OpenAiSynthesizerFailuresTest {

    private static final Duration LONG = Duration.ofSeconds(20);
    private static final byte[] TONE = SpeechService.tone(5);

    private final SpeechService service = new SpeechService();
    private final CountDownLatch gate = new CountDownLatch(1);

    @AfterEach
    void close() {
        gate.countDown();
        service.close();
    }

    /// What was handed on, as bytes again.
    private static final class Bytes implements SoundSink {

        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        @Override
        public void take(short[] samples, int count) {
            for (int index = 0; index < count; index++) {
                bytes.write(samples[index]);
                bytes.write(samples[index] >> Byte.SIZE);
            }
        }
    }

    private static SynthesisRequest request(Duration within) {
        return new SynthesisRequest("Good \"morning\".", new LanguageTag("en"), within);
    }

    private SynthesisResult run(SoundSink sink, Duration within) {
        return service.synthesizer(LONG).open(request(within)).run(sink);
    }

    private SynthesisResult.Failed failed(Duration within) {
        Bytes nothing = new Bytes();
        SynthesisResult.Failed failed =
                assertInstanceOf(SynthesisResult.Failed.class, run(nothing, within));
        assertEquals(0, nothing.bytes.size());
        return failed;
    }

    @Test
    void theRequestSaysWhatAndHow() {
        assertEquals(new SynthesisResult.Spoken(), run((_, _) -> {}, LONG));
        assertEquals(
                List.of(
                        "Bearer k-1 {\"model\":\"tts-1\",\"input\":\"Good \\\"morning\\\".\","
                                + "\"voice\":\"alloy\",\"response_format\":\"pcm\",\"speed\":1.5}"),
                service.requests());
    }

    @ParameterizedTest
    @CsvSource({"1", "3", "4801", "100000"})
    void samplesThatAreCutAnywhereAreWhole(int piece) {
        service.next(SpeechService.drip(TONE, piece));
        Bytes heard = new Bytes();
        assertEquals(new SynthesisResult.Spoken(), run(heard, LONG));
        assertArrayEquals(TONE, heard.bytes.toByteArray());
    }

    @Test
    void halfASampleAtTheEndIsDropped() {
        byte[] odd = new byte[TONE.length + 1];
        System.arraycopy(TONE, 0, odd, 0, TONE.length);
        service.next(SpeechService.sound(odd));
        Bytes heard = new Bytes();
        assertEquals(new SynthesisResult.Spoken(), run(heard, LONG));
        assertArrayEquals(TONE, heard.bytes.toByteArray());
    }

    @Test
    void aWavFileIsUnderstoodWhateverItsRate() {
        ByteBuffer wav = ByteBuffer.allocate(44 + TONE.length).order(ByteOrder.LITTLE_ENDIAN);
        wav.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(-1);
        wav.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(16);
        wav.putShort((short) 1).putShort((short) 1).putInt(12_000).putInt(24_000);
        wav.putShort((short) 2).putShort((short) 16);
        wav.put("data".getBytes(StandardCharsets.US_ASCII)).putInt(-1).put(TONE);
        service.next(SpeechService.sound(wav.array()));
        Bytes heard = new Bytes();
        assertEquals(new SynthesisResult.Spoken(), run(heard, LONG));
        assertEquals(2 * TONE.length, heard.bytes.size(), 8);
    }

    /// The first bytes of what the usual encoders write.
    @ParameterizedTest
    @CsvSource({
        "494433040000, MP3",
        "fffb9064000f, MP3",
        "fff388c40000, MP3",
        "fff15080043f, MP3",
        "4f6767530002, Ogg",
        "664c61430000, FLAC",
        "7b226572726f, text",
        "3c68746d6c3e, text",
        "52494646ffff, WAV",
        "'', empty"
    })
    void whatWouldBeNoiseIsRefused(String head, String word) {
        service.next(SpeechService.sound(HexFormat.of().parseHex(head)));
        SynthesisResult.Failed failed = failed(LONG);
        assertEquals(Code.BROKEN, failed.code());
        assertTrue(failed.message().contains(word), failed::message);
        assertEquals(1, service.requests().size(), "asking again would give the same");
    }

    /// Samples of -1 look like the beginning of a frame of MP3.
    @ParameterizedTest
    @CsvSource({"ffffffffffff", "fffffeff0000", "fefffeff0100", "000000000000"})
    void quietSamplesAreNoMp3(String head) {
        byte[] bytes = HexFormat.of().parseHex(head);
        service.next(SpeechService.sound(bytes));
        Bytes heard = new Bytes();
        assertEquals(new SynthesisResult.Spoken(), run(heard, LONG));
        assertArrayEquals(bytes, heard.bytes.toByteArray());
    }

    @Test
    void aWrongKeySaysWhatToCheckAndQuotesNobody() {
        service.next(SpeechService.status(401, "{\"error\":{\"message\":\"no, k-1!\"}}"));
        SynthesisResult.Failed failed = failed(LONG);
        assertEquals(Code.UNAVAILABLE, failed.code());
        assertTrue(failed.message().contains("api_key"), failed::message);
        assertFalse(failed.message().contains("k-1"), failed::message);
    }

    @Test
    void aServiceThatIsBusyForAMomentIsAskedAgain() {
        service.next(SpeechService.status(503, "{}"));
        assertEquals(new SynthesisResult.Spoken(), run((_, _) -> {}, LONG));
        assertEquals(2, service.requests().size());
    }

    @Test
    void oneThatNeverAnswersIsGivenUpInTime() {
        service.next(SpeechService.hang(new byte[0], gate));
        assertEquals(Code.TIMEOUT, failed(Duration.ofMillis(300)).code());
        assertFalse(Thread.currentThread().isInterrupted());
    }

    @Test
    void oneThatHangsWhileItSpeaksIsGivenUpInTime() {
        service.next(SpeechService.hang(TONE, gate));
        Bytes heard = new Bytes();
        SynthesisResult.Failed failed =
                assertInstanceOf(SynthesisResult.Failed.class, run(heard, Duration.ofMillis(500)));
        assertEquals(Code.TIMEOUT, failed.code());
        assertEquals(TONE.length, heard.bytes.size(), "what came was handed on at once");
        assertEquals(1, service.requests().size());
        assertFalse(Thread.currentThread().isInterrupted());
    }

    @Test
    void oneThatHangsEndsWhenItIsCancelled() throws InterruptedException, ExecutionException {
        CountDownLatch begun = new CountDownLatch(1);
        service.next(SpeechService.hang(TONE, gate));
        Synthesis synthesis = service.synthesizer(LONG).open(request(LONG));
        try (ExecutorService threads = Executors.newSingleThreadExecutor()) {
            Future<SynthesisResult> result =
                    threads.submit(() -> synthesis.run((_, _) -> begun.countDown()));
            begun.await();
            synthesis.cancel();
            assertEquals(new SynthesisResult.Cancelled(), result.get());
        }
    }
}
