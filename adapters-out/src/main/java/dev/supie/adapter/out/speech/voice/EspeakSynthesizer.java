package dev.supie.adapter.out.speech.voice;

import dev.supie.application.runtime.Alarms;
import dev.supie.application.speaking.port.Synthesis;
import dev.supie.application.speaking.port.SynthesisRequest;
import dev.supie.application.speaking.port.Synthesizer;
import dev.supie.application.speech.port.Availability;
import dev.supie.application.speech.port.LanguageTag;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The program espeak-ng, if it is on this machine: one process for each sentence, at most so many
/// at a time, the others in turn. What is to be said is only ever written to its standard input.
public final class EspeakSynthesizer implements Synthesizer {

    /// What the program is called where it is found.
    public static final String PROGRAM = "espeak-ng";

    /// Its voice for each language that we tell apart. `cmn` would spell ideographs in English.
    private static final Map<String, String> VOICES =
            Map.of("zh", "cmn-latn-pinyin", "ja", "ja", "ko", "ko", "ru", "ru");

    private static final String ENGLISH = "en";

    /// Better understood than `en-us`, at least by our own ears.
    private static final String VOICE_USUAL = "en";

    private static final int WORDS_PER_MINUTE = 175;

    /// How far it stands back behind packets that are due.
    private static final String NICENESS = "5";

    private final LocalVoice settings;
    private final Optional<Path> program;
    private final Optional<Path> nice;
    private final Places processes;
    private final Alarms alarms;
    private final InstantSource time;

    /// @param program where it is, looked for once; empty if it is not there
    /// @param nice the same of the program that lets others stand back, where systems have it
    /// @param processesMax so many at a time: each takes a processor for some hundredths of a
    ///   second, and packets that are due must not wait for a crowd of them. One more sentence
    ///   waits, and is refused as busy if it is not its turn in time
    public EspeakSynthesizer(
            LocalVoice settings,
            Optional<Path> program,
            Optional<Path> nice,
            int processesMax,
            Alarms alarms,
            InstantSource time) {
        this.settings = settings;
        this.program = program;
        this.nice = nice;
        this.processes = new Places(processesMax);
        this.alarms = alarms;
        this.time = time;
    }

    @Override
    public String name() {
        return settings.alias();
    }

    @Override
    public Availability availability() {
        return program.isPresent()
                ? new Availability.Ready()
                : new Availability.Unavailable(
                        PROGRAM
                                + " is not on the PATH; install it (Debian: apt install espeak-ng)");
    }

    @Override
    public Synthesis open(SynthesisRequest request) {
        if (program.isEmpty()) {
            return Refusals.unavailable(availability());
        }
        Optional<String> voice = voice(request.language());
        if (voice.isEmpty()) {
            return Refusals.language(name(), request.language());
        }
        return new EspeakSynthesis(
                new EspeakSynthesis.Surroundings(processes, alarms, time),
                command(program.get(), voice.get()),
                // Two opening brackets would begin a spelling in sounds.
                request.text().replace('[', ' ').replace(']', ' '),
                settings.patience(request.within()));
    }

    /// How many sentences wait for their turn.
    int waiting() {
        return processes.waiting();
    }

    private Optional<String> voice(LanguageTag language) {
        if (language.code().equals(ENGLISH)) {
            return Optional.of(settings.voice().isEmpty() ? VOICE_USUAL : settings.voice());
        }
        return Optional.ofNullable(VOICES.get(language.code()));
    }

    /// The text is UTF-8 (`-b 1`).
    private List<String> command(Path path, String voice) {
        String speed = Integer.toString(settings.wordsPerMinute(WORDS_PER_MINUTE));
        List<String> command = new ArrayList<>();
        nice.ifPresent(
                standBack -> Collections.addAll(command, standBack.toString(), "-n", NICENESS));
        Collections.addAll(command, path.toString(), "--stdin", "--stdout", "-b", "1");
        Collections.addAll(command, "-v", voice, "-s", speed);
        return command;
    }
}
