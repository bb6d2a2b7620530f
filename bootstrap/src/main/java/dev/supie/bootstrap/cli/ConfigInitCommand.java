package dev.supie.bootstrap.cli;

import dev.supie.bootstrap.config.SampleFile;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.Callable;

/// `supie config init [FILE]`: writes a configuration to begin with, which sets as good as nothing
/// and explains every key. A file that is there is never touched.
@Command(name = "init", description = "Write a configuration file with every key as a comment.")
final class ConfigInitCommand implements Callable<Integer> {

    private final Machine machine;
    private final Output output;

    @Parameters(
            paramLabel = "FILE",
            arity = "0..1",
            defaultValue = ConfigurationLoader.DEFAULT_FILE,
            description = "The file to write (default: ${DEFAULT-VALUE}).")
    private String file = ConfigurationLoader.DEFAULT_FILE;

    ConfigInitCommand(Machine machine, Output output) {
        this.machine = machine;
        this.output = output;
    }

    @Override
    public Integer call() {
        Path path = machine.folder().resolve(file);
        try {
            Files.writeString(path, SampleFile.yaml(), StandardOpenOption.CREATE_NEW);
        } catch (FileAlreadyExistsException _) {
            output.err().println("supie: " + file + " is there already and is not overwritten");
            return CommandLine.ExitCode.USAGE;
        } catch (IOException failure) {
            output.err().println("supie: " + file + " cannot be written: " + failure);
            return CommandLine.ExitCode.SOFTWARE;
        }
        output.out()
                .println(
                        file
                                + ": written; look at it, and then "
                                + ProgramName.current()
                                + " config check "
                                + file);
        return CommandLine.ExitCode.OK;
    }
}
