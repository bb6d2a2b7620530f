package dev.supie.bootstrap.cli;

import dev.supie.bootstrap.pipe.PipeTarget;
import dev.supie.bootstrap.pipe.PipedBuild;
import dev.supie.domain.coding.PipeName;
import dev.supie.domain.kernel.DeviceId;
import dev.supie.domain.kernel.IdText;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;

/// `supie coding pipe -- COMMAND…`.
@Command(
        name = "pipe",
        description = {
            "Run a command, and let a badge hear what its output comes to.",
            "The command's output stays what it is, and the exit status is its own, with or without"
                    + " a server; 127 if it cannot be run."
        })
final class CodingPipeCommand implements Callable<Integer> {

    private static final String URL_USUAL = "ws://127.0.0.1:8004/supie/v1/";

    private final Machine machine;
    private final Output output;

    @Spec private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--badge",
            paramLabel = "ID",
            required = true,
            description = "The badge that hears of it.")
    private String badge = "";

    @Option(
            names = "--name",
            paramLabel = "NAME",
            description =
                    "Tells this pipe from others of the badge that run at the same time: it"
                            + " connects as ID:pipe-NAME (default: ID:pipe).")
    private String name = "";

    @Option(
            names = "--url",
            paramLabel = "URL",
            description = "Where badges connect (default: " + URL_USUAL + ").")
    private String url = URL_USUAL;

    @Option(
            names = "--token-file",
            paramLabel = "FILE",
            description = "Holds a token that is good for ID:pipe, if badges need one.")
    private Optional<String> tokenFile = Optional.empty();

    @Parameters(paramLabel = "COMMAND", arity = "1..*", description = "What to run, after --.")
    private List<String> command = List.of();

    CodingPipeCommand(Machine machine, Output output) {
        this.machine = machine;
        this.output = output;
    }

    @Override
    public Integer call() throws InterruptedException {
        PipeTarget target = new PipeTarget(address(), pipe(), token());
        // Bytes, not text: what the command prints need not be any.
        PipedBuild.Streams streams =
                new PipedBuild.Streams(
                        new FileOutputStream(FileDescriptor.out),
                        new FileOutputStream(FileDescriptor.err),
                        output.err());
        return new PipedBuild(target, streams).run(command, machine.terminal());
    }

    private URI address() {
        try {
            URI address = URI.create(url.strip());
            String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
            if (address.getHost() != null && (scheme.equals("ws") || scheme.equals("wss"))) {
                return address;
            }
        } catch (IllegalArgumentException _) {
            // Said below, as for any other text that is no such URL.
        }
        throw wrong("--url must look like " + URL_USUAL);
    }

    private DeviceId pipe() {
        if (!(IdText.normalise(badge) instanceof IdText.Usable(String id))) {
            throw wrong("--badge must be the id of a badge");
        }
        return PipeName.of(new DeviceId(id), name)
                .orElseThrow(() -> wrong("--name must be short, in lower case and without spaces"));
    }

    private Optional<String> token() {
        return tokenFile.map(machine.folder()::resolve).map(this::read);
    }

    private String read(Path file) {
        try {
            String token = Files.readString(file).strip();
            if (!token.isEmpty() && token.chars().allMatch(c -> c > ' ' && c <= '~')) {
                return token;
            }
        } catch (IOException _) {
            // Said below, as for a file with something else in it.
        }
        throw wrong("--token-file must be a file with one word in it: " + file);
    }

    private CommandLine.ParameterException wrong(String text) {
        return new CommandLine.ParameterException(spec.commandLine(), text);
    }
}
