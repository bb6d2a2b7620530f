package dev.supie.adapter.in.http;

import dev.supie.application.audio.Transcriptions;
import dev.supie.application.speech.port.LanguageTag;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// Reads what is to be transcribed, and how its text is wanted, out of a form. What else clients
/// may send (`prompt`, `temperature`, …) changes nothing here and is not looked at.
final class TranscriptionForm {

    /// By this name clients ask a service that they know nothing else of; it is whoever is ready.
    static final String USUAL_MODEL = "whisper-1";

    private static final String MODEL = "model";
    private static final String FORMAT = "response_format";
    private static final String GRANULARITIES = "timestamp_granularities[]";

    private TranscriptionForm() {}

    /// How a text is sent.
    enum Format {
        JSON,
        TEXT,
        VERBOSE_JSON;

        private String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        private static Optional<Format> of(String word) {
            return Arrays.stream(values()).filter(each -> each.word().equals(word)).findFirst();
        }

        private static String words() {
            return Arrays.stream(values()).map(Format::word).collect(Collectors.joining(", "));
        }
    }

    /// What came of reading.
    sealed interface Reading {

        record Asked(Transcriptions.Question question, Format format) implements Reading {}

        record Wrong(AudioProblem problem) implements Reading {}
    }

    static Reading read(MultipartForm form) {
        Optional<byte[]> file = form.first("file").map(MultipartForm.Part::content);
        Optional<String> model = text(form, MODEL);
        Optional<Format> format = Format.of(text(form, FORMAT).orElse(Format.JSON.word()));
        if (file.isEmpty()) {
            return wrong("file", "file is missing: a form field with a recording in it");
        }
        if (model.isEmpty()) {
            return wrong(MODEL, "model is missing; " + USUAL_MODEL + " is whoever is ready");
        }
        if (format.isEmpty()) {
            return wrong(FORMAT, "response_format must be one of " + Format.words());
        }
        if (text(form, "stream").filter("true"::equals).isPresent()) {
            return wrong("stream", "texts are not streamed here");
        }
        if (form.all(GRANULARITIES).anyMatch(part -> !part.text().equals("segment"))) {
            return wrong(GRANULARITIES, "where single words are is not known here");
        }
        return withLanguage(form, file.get(), model.get(), format.get());
    }

    private static Reading withLanguage(
            MultipartForm form, byte[] file, String model, Format format) {
        Optional<LanguageTag> language;
        try {
            language = text(form, "language").map(LanguageTag::of);
        } catch (IllegalArgumentException _) {
            return wrong("language", "language must be a code of ISO 639 such as en");
        }
        Optional<String> named = Optional.of(model).filter(name -> !name.equals(USUAL_MODEL));
        return new Reading.Asked(new Transcriptions.Question(file, named, language), format);
    }

    private static Optional<String> text(MultipartForm form, String name) {
        return form.first(name)
                .map(MultipartForm.Part::text)
                .map(String::strip)
                .filter(text -> !text.isEmpty());
    }

    private static Reading wrong(String parameter, String message) {
        return new Reading.Wrong(AudioProblem.wrong(parameter, message));
    }
}
