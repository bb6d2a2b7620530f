package dev.supie.bootstrap.cli;

import dev.supie.adapter.out.speech.model.ModelFolder;
import dev.supie.bootstrap.cli.DemoAction.Play;

import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.util.Optional;
import java.util.concurrent.Callable;

/// `supie demo`. It is the first thing that people run, so it always plays something: without
/// models, and nothing said about how to speak, it types.
@Command(
        name = "demo",
        description =
                "Play a meeting of recorded people against a server of its own: captions, minutes,"
                        + " and how well it was heard.")
final class DemoCommand implements Callable<Integer> {

    private final DemoAction demo;
    private final ConfigurationLoader configuration;
    private final Machine machine;
    private final Output output;

    @Mixin private ModelsFolderOptions options = new ModelsFolderOptions();

    @ArgGroup private Manner manner = new Manner();

    /// One or none of these.
    static final class Manner {

        @Option(
                names = "--fast",
                description =
                        "Do not wait as people do: send as many packets as a badge safely may.")
        private boolean fast;

        @Option(names = "--text", description = "Type instead of speaking; needs no speech models.")
        private boolean text;
    }

    DemoCommand(
            DemoAction demo, ConfigurationLoader configuration, Machine machine, Output output) {
        this.demo = demo;
        this.configuration = configuration;
        this.machine = machine;
        this.output = output;
    }

    @Override
    public Integer call() {
        if (manner.text) {
            return demo.run(new Play.Typed(), output.out(), output.err());
        }
        return options.folder(configuration, machine, output)
                .map(this::playFor)
                .map(play -> demo.run(play, output.out(), output.err()))
                .orElse(CommandLine.ExitCode.USAGE);
    }

    private Play playFor(ModelFolder models) {
        Optional<String> problem = models.problem();
        if (problem.isEmpty() || manner.fast || options.isNamed()) {
            return new Play.Spoken(models, manner.fast, machine.isLive());
        }
        output.out().println("Hearing people needs speech models: " + problem.get());
        output.out()
                .println(
                        "Until then this is the typed meeting of "
                                + ProgramName.current()
                                + " demo --text.");
        output.out().println();
        return new Play.Typed();
    }
}
