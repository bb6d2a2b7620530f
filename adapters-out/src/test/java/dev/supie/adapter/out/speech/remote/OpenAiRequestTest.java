package dev.supie.adapter.out.speech.remote;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.supie.adapter.out.service.TestTiming;
import dev.supie.application.fake.ToySpeech;
import dev.supie.application.speech.port.LanguageTag;
import dev.supie.application.speech.port.PcmFrame;
import dev.supie.application.speech.port.RecognitionEvent;
import dev.supie.application.speech.port.RecognitionStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// What a service for transcriptions is sent, and what becomes of its answer.
class OpenAiRequestTest {

    private static final Optional<LanguageTag> CHINESE = Optional.of(new LanguageTag("zh"));
    private static final PcmFrame SOUND = ToySpeech.sound("hello-everybody", Duration.ofMillis(60));

    private final TranscriptionServer server =
            new TranscriptionServer().always(TranscriptionServer.text(" hello,\\n everybody "));
    private final OpenAiRecognizer recognizer = server.recognizer(new TestTiming().timing());

    @AfterEach
    void close() {
        recognizer.close();
        server.close();
    }

    @Test
    void isAFormWithModelAndFile() {
        Told.of(recognizer, SOUND).said();
        assertEquals(List.of("Bearer " + TranscriptionServer.KEY), server.headers("Authorization"));
        assertEquals(Optional.of("whisper-1"), server.field("model"));
        assertEquals(Optional.of("json"), server.field("response_format"));
        assertEquals(Optional.empty(), server.field("language"));
        String disposition =
                server.part("file").orElseThrow().getHeader("Content-Disposition").firstValue();
        assertTrue(disposition.contains("filename=\"speech.wav\""), disposition);
    }

    @Test
    void theFileIsWav() {
        Told.of(recognizer, SOUND).said();
        ByteBuffer wav = ByteBuffer.wrap(server.file()).order(ByteOrder.LITTLE_ENDIAN);
        assertEquals("RIFF", tag(wav));
        assertEquals(wav.capacity() - 8, wav.getInt());
        assertEquals("WAVE", tag(wav));
        assertEquals("fmt ", tag(wav));
        assertEquals(16, wav.getInt());
        assertEquals(List.of(1, 1), List.of((int) wav.getShort(), (int) wav.getShort()));
        assertEquals(16_000, wav.getInt());
        assertEquals(32_000, wav.getInt());
        assertEquals(List.of(2, 16), List.of((int) wav.getShort(), (int) wav.getShort()));
        assertEquals("data", tag(wav));
        assertEquals(wav.capacity() - SoundBytes.WAV_HEADER_BYTES, wav.getInt());
        assertEquals(SOUND, ToyTranscriber.sound(server.file()));
    }

    private static String tag(ByteBuffer bytes) {
        byte[] tag = new byte[4];
        bytes.get(tag);
        return new String(tag, StandardCharsets.US_ASCII);
    }

    @Test
    void theLanguageIsToldIfItIsKnown() {
        Told told = new Told();
        RecognitionStream stream = recognizer.open(Told.request(CHINESE), told);
        stream.push(SOUND);
        stream.finish();
        assertEquals(CHINESE, told.said().language());
        assertEquals(Optional.of("zh"), server.field("language"));
    }

    @Test
    void theLanguageOfTheConfigurationIsToldIfNobodyKnowsBetter() {
        try (OpenAiRecognizer chinese =
                new OpenAiRecognizer(
                        server.settings(Duration.ofSeconds(10), 8, CHINESE),
                        new TestTiming().timing())) {
            Told.of(chinese, SOUND).said();
            assertEquals(Optional.of("zh"), server.field("language"));
        }
    }

    @Test
    void theAnswerIsOneLineAndNamesWhoGaveIt() {
        RecognitionEvent.Final said = Told.of(recognizer, SOUND).said();
        assertEquals("hello, everybody", said.text());
        assertEquals("cloud", said.provider());
        assertEquals("whisper-1", said.model());
        assertEquals(SOUND.duration(), said.to());
    }

    @Test
    void silenceIsAnsweredWithoutAskingAnybody() {
        PcmFrame quiet = ToySpeech.level(SoundBytes.QUIET_MAX, Duration.ofSeconds(2));
        assertEquals("", Told.of(recognizer, quiet).said().text());
        assertEquals(0, server.requests());
        PcmFrame louder = ToySpeech.level(SoundBytes.QUIET_MAX + 1, Duration.ofSeconds(2));
        assertFalse(Told.of(recognizer, louder).said().text().isEmpty());
        assertEquals(1, server.requests());
    }

    @Test
    void whatIsBeyondAMinuteIsNotSent() {
        Told told = new Told();
        RecognitionStream stream = recognizer.open(Told.request(Optional.empty()), told);
        for (int second = 0; second < 70; second++) {
            stream.push(ToySpeech.level(5_000, Duration.ofMillis(999)));
        }
        stream.finish();
        assertEquals(RecognitionStream.AUDIO_MAX, told.said().to());
        assertEquals(SoundBytes.WAV_HEADER_BYTES + SoundBytes.BYTES_MAX, server.file().length);
    }

    @Test
    void theKeyCannotBePrintedByAccident() {
        assertFalse(server.settings().toString().contains(TranscriptionServer.KEY));
    }
}
