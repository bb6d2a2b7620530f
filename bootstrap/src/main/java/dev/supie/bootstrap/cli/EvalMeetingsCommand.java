package dev.supie.bootstrap.cli;

import dev.supie.bootstrap.config.ConfigResult;
import dev.supie.bootstrap.evaluation.MeetingEvaluation;
import dev.supie.bootstrap.evaluation.Provider;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.time.InstantSource;
import java.util.concurrent.Callable;

/// `supie eval meetings`. The status says that it ran, not how good the minutes are: that is for
/// people to judge.
@Command(
        name = "meetings",
        description =
                "Have the minutes of known meetings written, and score them: decisions and actions"
                        + " found, form, repetitions, and whether talk can command the model.")
final class EvalMeetingsCommand implements Callable<Integer> {

    private final ConfigurationLoader configuration;
    private final Output output;

    @Mixin private ConfigOptions options = new ConfigOptions();

    @Option(
            names = "--provider",
            paramLabel = "NAME",
            description =
                    "extractive, or configured: what the server would use (default:"
                            + " configured).")
    private Provider provider = Provider.CONFIGURED;

    @Option(names = "--json", description = "Print JSON, an object on each line.")
    private boolean json;

    @Option(names = "--details", description = "Print also what was missed and what is wrong.")
    private boolean details;

    EvalMeetingsCommand(ConfigurationLoader configuration, Output output) {
        this.configuration = configuration;
        this.output = output;
    }

    @Override
    public Integer call() {
        return switch (configuration.load(options.file(), options.assignments())) {
            case ConfigResult.Loaded loaded -> {
                loaded.warnings().forEach(warning -> output.err().println(warning.text()));
                new MeetingEvaluation(loaded.config(), InstantSource.system())
                        .run(provider, new MeetingEvaluation.Style(json, details), output.out());
                yield CommandLine.ExitCode.OK;
            }
            case ConfigResult.Invalid invalid -> {
                ConfigurationLoader.explain(invalid.problems(), output.err());
                yield CommandLine.ExitCode.USAGE;
            }
        };
    }
}
