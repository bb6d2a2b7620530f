package dev.supie.adapter.in.badge.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.supie.application.connection.port.BadgeMessage;
import dev.supie.domain.kernel.SessionId;
import dev.supie.domain.speaking.Emotion;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.provider.Arguments;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/// What badges are told of answers (CHAT-1, T36). The exact texts are played by
/// [BadgeCodecEncodeTest].
class AnswerEncoderTest {

    private static final SessionId SESSION = new SessionId("s-1");

    /// As device firmware knows them.
    private static final List<String> FACES =
            List.of(
                    "neutral",
                    "happy",
                    "laughing",
                    "funny",
                    "sad",
                    "angry",
                    "crying",
                    "loving",
                    "embarrassed",
                    "surprised",
                    "shocked",
                    "thinking",
                    "winking",
                    "cool",
                    "relaxed",
                    "delicious",
                    "kissy",
                    "confident",
                    "sleepy",
                    "silly",
                    "confused");

    static Stream<Arguments> messages() {
        return Stream.of(
                BadgeCodecEncodeTest.golden(
                        new BadgeMessage.SpeechStart(SESSION),
                        "{'type':'tts','state':'start','session_id':'s-1'}"),
                BadgeCodecEncodeTest.golden(
                        new BadgeMessage.SentenceStart(SESSION, "今天 is Friday."),
                        "{'type':'tts','state':'sentence_start','text':'今天 is Friday.',"
                                + "'session_id':'s-1'}"),
                BadgeCodecEncodeTest.golden(
                        new BadgeMessage.SpeechStop(SESSION),
                        "{'type':'tts','state':'stop','session_id':'s-1'}"),
                BadgeCodecEncodeTest.golden(
                        new BadgeMessage.Face(SESSION, Emotion.HAPPY, ""),
                        "{'type':'llm','emotion':'happy','session_id':'s-1'}"),
                BadgeCodecEncodeTest.golden(
                        new BadgeMessage.Face(SESSION, Emotion.COOL, "😎"),
                        "{'type':'llm','emotion':'cool','text':'😎','session_id':'s-1'}"));
    }

    @Test
    void t36EveryFaceIsOneThatBadgesKnow() {
        BadgeCodec codec = new BadgeCodec();
        assertEquals(
                FACES.stream()
                        .map(
                                word ->
                                        "{\"type\":\"llm\",\"emotion\":\""
                                                + word
                                                + "\",\"session_id\":\"s-1\"}")
                        .toList(),
                Arrays.stream(Emotion.values())
                        .map(face -> codec.encode(new BadgeMessage.Face(SESSION, face, "")))
                        .toList());
    }
}
