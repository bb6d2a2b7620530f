package dev.supie.bootstrap.cli;

import dev.supie.adapter.out.speech.model.ModelFolder;
import dev.supie.adapter.out.speech.model.ModelsUnusableException;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

import java.util.Optional;
import java.util.concurrent.Callable;

/// `supie models check`: looks at every checksum.
@Command(name = "check", description = "Check that the speech models are there and right.")
final class ModelsCheckCommand implements Callable<Integer> {

    private final ConfigurationLoader configuration;
    private final Machine machine;
    private final Output output;

    @Mixin private ModelsFolderOptions options = new ModelsFolderOptions();

    ModelsCheckCommand(ConfigurationLoader configuration, Machine machine, Output output) {
        this.configuration = configuration;
        this.machine = machine;
        this.output = output;
    }

    @Override
    public Integer call() {
        Optional<ModelFolder> folder = options.folder(configuration, machine, output);
        if (folder.isEmpty()) {
            return CommandLine.ExitCode.USAGE;
        }
        try {
            folder.get().verify();
        } catch (ModelsUnusableException unusable) {
            output.err().println("supie: " + unusable.getMessage());
            return CommandLine.ExitCode.SOFTWARE;
        }
        output.out().println(folder.get().folder() + ": ok");
        return CommandLine.ExitCode.OK;
    }
}
