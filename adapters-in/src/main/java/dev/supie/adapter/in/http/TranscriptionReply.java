package dev.supie.adapter.in.http;

import dev.supie.application.audio.TranscriptionOutcome;
import dev.supie.application.audio.TranscriptionOutcome.Transcribed;
import dev.supie.application.audio.Transcriptions;
import dev.supie.application.speech.port.RecognitionEvent;

import io.helidon.http.Status;
import io.helidon.webserver.http.ServerResponse;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

/// Sends what came of a recording as clients of OpenAI read it. Only what is known is sent: how
/// sure somebody is of a word, or where it is, nobody here can tell.
final class TranscriptionReply {

    private static final double MILLIS_PER_SECOND = 1_000;

    private TranscriptionReply() {}

    static void send(
            ServerResponse response,
            TranscriptionOutcome outcome,
            TranscriptionForm.Format format) {
        switch (outcome) {
            case Transcribed said -> send(response, said, format);
            case TranscriptionOutcome.Unreadable(String reason) ->
                    AudioProblem.wrong("file", reason).send(response);
            case TranscriptionOutcome.TooLong _ ->
                    AudioProblem.wrong(
                                    "file",
                                    "a recording may last at most "
                                            + Transcriptions.SOUND_MAX.toSeconds()
                                            + " s; send it in pieces")
                            .send(response);
            case TranscriptionOutcome.UnknownModel(List<String> known) ->
                    AudioProblem.unknownModel(
                                    "there is no such model; there are "
                                            + TranscriptionForm.USUAL_MODEL
                                            + " for whoever is ready, and "
                                            + known)
                            .send(response);
            case TranscriptionOutcome.Unavailable(String reason) ->
                    AudioProblem.unavailable(reason).send(response);
            case TranscriptionOutcome.Failed(RecognitionEvent.Code code, String message) ->
                    problem(code, message).send(response);
        }
    }

    private static AudioProblem problem(RecognitionEvent.Code code, String message) {
        return switch (code) {
            case UNSUPPORTED_LANGUAGE -> AudioProblem.wrong("language", message);
            case BUSY -> AudioProblem.busy(Duration.ofSeconds(1));
            case TIMEOUT, UNAVAILABLE -> AudioProblem.unavailable(message);
            case BROKEN -> AudioProblem.broken(message);
        };
    }

    private static void send(
            ServerResponse response, Transcribed said, TranscriptionForm.Format format) {
        switch (format) {
            case TEXT -> PlainReply.send(response, Status.OK_200, said.text() + "\n");
            case JSON -> JsonReply.sendText(response, Status.OK_200, textOnly(said).toString());
            case VERBOSE_JSON ->
                    JsonReply.sendText(response, Status.OK_200, verbose(said).toString());
        }
    }

    private static JsonObject textOnly(Transcribed said) {
        return Json.createObjectBuilder().add("text", said.text()).build();
    }

    private static JsonObject verbose(Transcribed said) {
        JsonObjectBuilder body =
                Json.createObjectBuilder()
                        .add("task", "transcribe")
                        .add("duration", seconds(said.length()))
                        .add("text", said.text())
                        .add("segments", segments(said));
        said.language()
                .map(tag -> Locale.of(tag.code()).getDisplayLanguage(Locale.ENGLISH))
                .ifPresent(name -> body.add("language", name.toLowerCase(Locale.ROOT)));
        return body.build();
    }

    /// One, as long as the words are.
    private static JsonArrayBuilder segments(Transcribed said) {
        JsonArrayBuilder segments = Json.createArrayBuilder();
        if (!said.text().isEmpty()) {
            segments.add(
                    Json.createObjectBuilder()
                            .add("id", 0)
                            .add("start", seconds(said.from()))
                            .add("end", seconds(said.to()))
                            .add("text", said.text()));
        }
        return segments;
    }

    private static double seconds(Duration time) {
        return time.toMillis() / MILLIS_PER_SECOND;
    }
}
