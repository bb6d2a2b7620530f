package dev.supie.adapter.out.speech;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/// The recorded voices: a few that are part of the project, and many that the build fetched.
final class Voices {

    private static final String PROMPTS = "usr/share/asterisk/sounds/en_US_f_Allison";
    private static final String PROMPT_TEXTS =
            "usr/share/doc/asterisk-core-sounds-en/core-sounds-en.txt.gz";

    /// Prompts of one to three sentences, whose text is what is said: some texts have signs that
    /// are spoken as words.
    private static final int WORDS_MIN = 8;

    private static final int WORDS_MAX = 30;
    private static final Pattern NOT_WORDS = Pattern.compile("[^A-Za-z ,.?!'-]");

    private Voices() {}

    /// Read from a book, and from a famous speech.
    static List<Recording> own() {
        List<Recording> recordings = new ArrayList<>();
        for (String line :
                new String(resource("texts.txt"), StandardCharsets.UTF_8).lines().toList()) {
            String[] parts = line.split("\\|", 2);
            recordings.add(recording(parts[0], parts[1]));
        }
        return recordings;
    }

    static Recording own(String name) {
        return own().stream().filter(each -> each.name().equals(name)).findFirst().orElseThrow();
    }

    /// No person: good for what is meant, not for how well people are understood.
    static Recording synthesized(String said) {
        return recording(said.replace(' ', '-') + ".wav", said);
    }

    private static Recording recording(String name, String text) {
        try {
            return Recording.ofWav(name, text, resource(name));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static byte[] resource(String name) {
        try (InputStream bytes = Voices.class.getResourceAsStream("/voices/" + name)) {
            return Objects.requireNonNull(bytes, name).readAllBytes();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /// The first so many, in the order of their names, of the prompts of a telephone exchange.
    static List<Recording> prompts(int count) throws IOException {
        Path folder = Path.of(System.getProperty("supie.voices"));
        if (!Files.exists(folder.resolve("complete"))) {
            throw new AssertionError(
                    "no recorded voices in "
                            + folder
                            + ": run adapters-out/build/fetch-voices "
                            + folder
                            + " (docs/TESTING.md)");
        }
        List<Recording> prompts = new ArrayList<>();
        for (String line : promptTexts(folder.resolve(PROMPT_TEXTS))) {
            String[] parts = line.split(":", 2);
            Path file = folder.resolve(PROMPTS).resolve(parts[0] + ".g722");
            if (parts.length == 2 && isPlain(parts[1].strip()) && Files.exists(file)) {
                short[] samples = new G722Decoder().decode(Files.readAllBytes(file));
                prompts.add(Recording.of(parts[0], parts[1].strip(), samples));
            }
        }
        prompts.sort(Comparator.comparing(Recording::name));
        return prompts.subList(0, count);
    }

    private static List<String> promptTexts(Path file) throws IOException {
        try (InputStream packed = Files.newInputStream(file);
                InputStream text = new GZIPInputStream(packed)) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        }
    }

    private static boolean isPlain(String text) {
        int words = WordErrors.words(text).size();
        return words >= WORDS_MIN && words <= WORDS_MAX && !NOT_WORDS.matcher(text).find();
    }
}
