package dev.supie.bootstrap.cli;

import dev.supie.adapter.out.speech.EmbeddedSpeech;
import dev.supie.adapter.out.speech.SoundFile;
import dev.supie.adapter.out.speech.SpokenLine;
import dev.supie.adapter.out.speech.model.ModelFolder;
import dev.supie.application.runtime.SystemAlarms;
import dev.supie.application.speech.port.Availability;
import dev.supie.application.speech.port.PcmFrame;

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

/// `supie transcribe FILE…`: what the server would hear in somebody's own recordings.
@Command(
        name = "transcribe",
        description = "Show what is said in recordings: WAV with 16 bits, or Ogg with Opus.")
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

    private int transcribeAll(EmbeddedSpeech speech) {
        int status = CommandLine.ExitCode.OK;
        for (String file : files) {
            try {
                PcmFrame sound = SoundFile.read(machine.folder().resolve(file));
                if (files.size() > 1) {
                    output.out().println(file);
                }
                speech.transcribe(sound, this::show);
            } catch (IOException failure) {
                output.err().println("supie: " + file + ": " + failure.getMessage());
                status = CommandLine.ExitCode.SOFTWARE;
            }
        }
        return status;
    }

    private void show(SpokenLine line) {
        Duration from = line.from();
        output.out()
                .printf(
                        Locale.ROOT,
                        "%02d:%02d:%02d  %s%n",
                        from.toHours(),
                        from.toMinutesPart(),
                        from.toSecondsPart(),
                        line.text());
        output.out().flush();
    }
}
