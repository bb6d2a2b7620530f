package dev.supie.adapter.out.speech.remote;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Optional;

/// What a FunASR service says, put together.
class FunAsrTranscriptTest {

    private final FunAsrTranscript transcript = new FunAsrTranscript();

    @Test
    void guessesAreAddedUpAndTheSentenceTakesTheirPlace() {
        transcript.guess("今天天");
        transcript.guess("汽很好");
        assertEquals("今天天汽很好", transcript.text());
        assertTrue(transcript.isGuessing());
        transcript.correct("今天天气很好。");
        assertEquals("今天天气很好。", transcript.text());
        assertFalse(transcript.isGuessing());
        transcript.guess("我们");
        assertEquals("今天天气很好。我们", transcript.text());
        transcript.correct("我们开会。");
        assertEquals("今天天气很好。我们开会。", transcript.text());
    }

    @Test
    void wordsOfAnAlphabetKeepTheirSpaces() {
        transcript.guess("good");
        transcript.guess(" morning");
        assertEquals("good morning", transcript.text());
        transcript.correct("Good morning.");
        transcript.guess("how");
        assertEquals("Good morning. how", transcript.text());
        transcript.correct("How are you?");
        assertEquals("Good morning. How are you?", transcript.text());
    }

    @Test
    void betweenScriptsThereIsNoSpace() {
        transcript.correct("我们用Kubernetes");
        transcript.correct("部署。");
        transcript.correct("OK");
        assertEquals("我们用Kubernetes部署。OK", transcript.text());
    }

    @Test
    void tagsAreNoWords() {
        transcript.guess("<|zh|><|NEUTRAL|>");
        assertFalse(transcript.isGuessing());
        transcript.correct("<|zh|><|NEUTRAL|><|Speech|><|withitn|>开会。");
        assertEquals("开会。", transcript.text());
    }

    @Test
    void anEmptySentenceTakesAWrongGuessBack() {
        transcript.guess("嗯");
        transcript.correct("");
        assertEquals("", transcript.text());
    }

    @Test
    void moreThanAnybodyCanSayIsNotTaken() {
        for (int part = 0; part < 20; part++) {
            transcript.correct("字".repeat(SpokenText.CHARS_MAX / 10));
            transcript.guess("字".repeat(SpokenText.CHARS_MAX / 10));
        }
        assertEquals(SpokenText.CHARS_MAX, transcript.text().length());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "\"text\"", "{\"mode\":", "<html>", "12"})
    void whatIsNoObjectMakesNoSense(String message) {
        assertEquals(Optional.empty(), FunAsrReply.of(message));
    }

    @Test
    void goesByTheMode() {
        assertEquals(FunAsrReply.Kind.GUESS, kind("{\"mode\":\"2pass-online\"}"));
        assertEquals(FunAsrReply.Kind.GUESS, kind("{\"mode\":\"online\"}"));
        assertEquals(FunAsrReply.Kind.SENTENCE, kind("{\"mode\":\"2pass-offline\"}"));
        assertEquals(FunAsrReply.Kind.SENTENCE, kind("{\"mode\":\"offline\"}"));
        assertEquals(FunAsrReply.Kind.OTHER, kind("{\"mode\":5,\"text\":{}}"));
        assertEquals(FunAsrReply.Kind.OTHER, kind("{}"));
        assertEquals(FunAsrReply.Kind.TROUBLE, kind("{\"mode\":\"offline\",\"error\":\"x\"}"));
    }

    private static FunAsrReply.Kind kind(String message) {
        return FunAsrReply.of(message).orElseThrow().kind();
    }
}
