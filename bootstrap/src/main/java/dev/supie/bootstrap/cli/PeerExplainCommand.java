package dev.supie.bootstrap.cli;

import dev.supie.bootstrap.config.ConfigResult;
import dev.supie.bootstrap.config.SupieConfig;
import dev.supie.bootstrap.peer.PeerQuestion;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

import java.util.concurrent.Callable;

/// `supie peer explain FROM TO`: asks the configuration, so it works while the server is down.
@Command(
        name = "explain",
        description = {
            "Say which rule lets one badge send to another, or why none does.",
            "Exit status: 0 allowed, 1 refused, 2 wrong use or wrong configuration."
        })
final class PeerExplainCommand implements Callable<Integer> {

    private static final int REFUSED = 1;

    private final ConfigurationLoader configuration;
    private final Output output;

    @Mixin private ConfigOptions options = new ConfigOptions();

    @Parameters(index = "0", paramLabel = "FROM", description = "A badge, by id or alias.")
    private String from = "";

    @Parameters(
            index = "1",
            paramLabel = "TO",
            description = "Another one, or broadcast for everybody.")
    private String to = "";

    PeerExplainCommand(ConfigurationLoader configuration, Output output) {
        this.configuration = configuration;
        this.output = output;
    }

    @Override
    public Integer call() {
        return switch (configuration.load(options.file(), options.assignments())) {
            case ConfigResult.Loaded loaded -> explain(loaded.config());
            case ConfigResult.Invalid invalid -> {
                ConfigurationLoader.explain(invalid.problems(), output.err());
                yield CommandLine.ExitCode.USAGE;
            }
        };
    }

    private int explain(SupieConfig config) {
        return switch (new PeerQuestion(config).ask(from, to)) {
            case PeerQuestion.Answer.Allowed(String text) -> {
                output.out().println(text);
                yield CommandLine.ExitCode.OK;
            }
            case PeerQuestion.Answer.Refused(String text) -> {
                output.out().println(text);
                yield REFUSED;
            }
            case PeerQuestion.Answer.Unclear(String text) -> {
                output.err().println("supie: " + text);
                yield CommandLine.ExitCode.USAGE;
            }
        };
    }
}
