package dev.supie.bootstrap.cli;

import dev.supie.bootstrap.webhook.WebhookEcho;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;

/// `supie webhook-echo`.
@Command(
        name = "webhook-echo",
        description = "Receive webhooks on this machine, verify their signatures and print them.")
final class WebhookEchoCommand implements Callable<Integer> {

    private static final int PORT_MAX = 65_535;

    private final Output output;

    @Spec private CommandSpec command = CommandSpec.create();

    @Option(
            names = "--port",
            paramLabel = "N",
            description = "Where to listen on 127.0.0.1 (default: 8010; 0 for any free port).")
    private int port = 8010;

    @Option(
            names = "--secret",
            paramLabel = "SECRET",
            description = "The server's meeting.webhook.secret; without it nothing is verified.")
    private Optional<String> secret = Optional.empty();

    WebhookEchoCommand(Output output) {
        this.output = output;
    }

    /// Ends with the process only.
    @Override
    public Integer call() {
        if (port < 0 || port > PORT_MAX || secret.filter(String::isEmpty).isPresent()) {
            throw new CommandLine.ParameterException(
                    command.commandLine(),
                    "webhook-echo needs a port from 0 to " + PORT_MAX + " and no empty secret");
        }
        if (!WebhookEcho.canListen(port)) {
            output.err().println("supie: cannot listen on port " + port + "; choose another");
            return CommandLine.ExitCode.USAGE;
        }
        try (WebhookEcho echo =
                WebhookEcho.start(port, secret, InstantSource.system(), output.out())) {
            output.out().println("waiting for webhooks on " + echo.url() + " (Ctrl-C ends)");
            output.out().flush();
            new CountDownLatch(1).await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        return CommandLine.ExitCode.OK;
    }
}
