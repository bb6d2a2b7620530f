package dev.supie.bootstrap.cli;

import dev.supie.adapter.out.speech.EmbeddedSpeech;
import dev.supie.adapter.out.speech.SoundFile;
import dev.supie.adapter.out.speech.SpokenLine;
import dev.supie.adapter.out.speech.Transcription;
import dev.supie.adapter.out.speech.model.ModelFolder;
import dev.supie.application.runtime.SystemAlarms;
import dev.supie.application.speech.port.Availability;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;

/// `supie transcribe FILE…`: what the server would hear in somebody's own recordings.
@Command(
        name = "transcribe",
        description =
                "Show what is said in recordings: WAV, or Ogg with Opus, of any rate. English.")
final class TranscribeCommand implements Callable<Integer> {

    private final ConfigurationLoader configuration;
    private final Machine machine;
    private final Output output;

    @Mixin private ModelsFolderOptions options = new ModelsFolderOptions();

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "The recordings.")
    private List<String> files = new ArrayList<>();

    TranscribeCommand(ConfigurationLoader configuration, Machine machine, Output output) {
        this.configuration = configuration;
        this.machine = machine;
        this.output = output;
    }

    @Override
    public Integer call() {
        Optional<ModelFolder> folder = options.folder(configuration, machine, output);
        return folder.map(this::transcribe).orElse(CommandLine.ExitCode.USAGE);
    }

    private int transcribe(ModelFolder folder) {
        InstantSource time = InstantSource.system();
        try (SystemAlarms alarms = new SystemAlarms(time);
                EmbeddedSpeech speech = new EmbeddedSpeech(folder, 1, alarms, time)) {
            return switch (speech.awaitLoaded()) {
                case Availability.Unavailable(String reason) -> {
                    output.err().println("supie: " + reason);
                    yield CommandLine.ExitCode.SOFTWARE;
                }
                case Availability.Ready _ -> transcribeAll(speech);
            };
        }
    }

    /// One that cannot be read does not keep the others from it.
    private int transcribeAll(EmbeddedSpeech speech) {
        boolean failed = false;
        for (String file : files) {
            if (files.size() > 1) {
                print(file);
            }
            try {
                transcribe(file, speech);
            } catch (IOException failure) {
                failed = true;
                explain(file, failure);
            }
        }
        return failed ? CommandLine.ExitCode.SOFTWARE : CommandLine.ExitCode.OK;
    }

    private void transcribe(String file, EmbeddedSpeech speech) throws IOException {
        AtomicBoolean said = new AtomicBoolean();
        Transcription transcription =
                speech.transcribe(
                        line -> {
                            said.set(true);
                            show(line);
                        });
        try {
            SoundFile.read(machine.folder().resolve(file), transcription::hear);
        } finally {
            // What was read before it failed is worth something, too.
            transcription.finish();
        }
        if (!said.get()) {
            output.err().println("supie: " + file + ": nobody says anything in it");
        }
    }

    private void show(SpokenLine line) {
        Duration from = line.from();
        print(
                String.format(
                        Locale.ROOT,
                        "%02d:%02d:%02d  %s",
                        from.toHours(),
                        from.toMinutesPart(),
                        from.toSecondsPart(),
                        line.text()));
    }

    private void print(String line) {
        output.out().println(line);
        output.out().flush();
    }

    private void explain(String file, IOException failure) {
        output.err().println("supie: " + file + ": " + failure.getMessage());
        output.err().flush();
    }
}
