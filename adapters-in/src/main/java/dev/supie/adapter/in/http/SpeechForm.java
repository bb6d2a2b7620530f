package dev.supie.adapter.in.http;

import dev.supie.adapter.in.form.JsonNesting;
import dev.supie.application.audio.Speeches;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;

import org.jspecify.annotations.Nullable;

import java.io.StringReader;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// Reads what is to be said, and how its sound is wanted, out of JSON. Voices are chosen in the
/// configuration, so `voice` and `instructions` change nothing and are not looked at.
final class SpeechForm {

    /// By this name clients ask a service that they know nothing else of; it is whoever is ready.
    static final String USUAL_MODEL = "tts-1";

    /// As elsewhere.
    static final int INPUT_CHARS_MAX = 4096;

    private static final String MODEL = "model";
    private static final String INPUT = "input";
    private static final String FORMAT = "response_format";
    private static final String SPEED = "speed";
    private static final String STREAM_FORMAT = "stream_format";

    private SpeechForm() {}

    /// How sound is sent.
    enum Format {
        PCM("audio/pcm"),
        WAV("audio/wav");

        private final String contentType;

        Format(String contentType) {
            this.contentType = contentType;
        }

        String contentType() {
            return contentType;
        }

        private static Optional<Format> of(String word) {
            return Arrays.stream(values())
                    .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(word))
                    .findFirst();
        }
    }

    /// What came of reading.
    sealed interface Reading {

        record Asked(Speeches.Question question, Format format) implements Reading {}

        record Wrong(AudioProblem problem) implements Reading {}
    }

    static Reading read(String body) {
        if (JsonNesting.isTooDeep(body)) {
            return wrong("body", "the body is nested too deep");
        }
        try (JsonReader reader = Json.createReader(new StringReader(body))) {
            return reader.readValue() instanceof JsonObject object
                    ? read(object)
                    : wrong("body", "the body must be a JSON object");
        } catch (JsonException | UnsupportedOperationException _) {
            // The latter is what the parser says of a number with more digits than it takes.
            return wrong("body", "the body is not valid JSON");
        }
    }

    private static Reading read(JsonObject object) {
        Optional<String> model = text(object, MODEL);
        Optional<String> input = text(object, INPUT);
        // Who asks for no format means MP3, and would take anything else for it.
        Optional<Format> format = text(object, FORMAT).flatMap(Format::of);
        if (model.isEmpty()) {
            return wrong(MODEL, "model is missing; " + USUAL_MODEL + " is whoever is ready");
        }
        if (input.isEmpty() || input.get().length() > INPUT_CHARS_MAX) {
            return wrong(INPUT, "input must be text of 1.." + INPUT_CHARS_MAX + " characters");
        }
        if (format.isEmpty()) {
            return wrong(FORMAT, "response_format must be pcm or wav; others are not made here");
        }
        if (!isUsual(object.get(SPEED))) {
            return wrong(SPEED, "speed must be 1; it is set for everybody in the configuration");
        }
        if (text(object, STREAM_FORMAT).filter(word -> !word.equals("audio")).isPresent()) {
            return wrong(STREAM_FORMAT, "stream_format must be audio");
        }
        Optional<String> named = model.filter(name -> !name.equals(USUAL_MODEL));
        return new Reading.Asked(new Speeches.Question(input.get(), named), format.get());
    }

    private static boolean isUsual(@Nullable JsonValue speed) {
        return speed == null
                || speed.getValueType() == JsonValue.ValueType.NULL
                || (speed instanceof JsonNumber number && number.doubleValue() == 1);
    }

    private static Optional<String> text(JsonObject object, String name) {
        return object.get(name) instanceof JsonString text && !text.getString().isBlank()
                ? Optional.of(text.getString())
                : Optional.empty();
    }

    private static Reading wrong(String parameter, String message) {
        return new Reading.Wrong(AudioProblem.wrong(parameter, message));
    }
}
