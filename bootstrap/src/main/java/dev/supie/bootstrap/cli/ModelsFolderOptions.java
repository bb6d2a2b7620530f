package dev.supie.bootstrap.cli;

import dev.supie.adapter.out.speech.model.ModelFolder;
import dev.supie.bootstrap.config.ConfigResult;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.nio.file.Path;
import java.util.Optional;

/// Which folder of models is meant: the one named, or the one that `serve` would use.
final class ModelsFolderOptions {

    @Mixin private ConfigOptions options = new ConfigOptions();

    @Option(
            names = "--dir",
            paramLabel = "DIR",
            description = "The folder of the models (default: asr.models_dir).")
    private Optional<String> folder = Optional.empty();

    /// Whether the command line names the folder.
    boolean isNamed() {
        return folder.isPresent();
    }

    /// Empty, with the reasons printed, if the configuration cannot be read.
    Optional<ModelFolder> folder(
            ConfigurationLoader configuration, Machine machine, Output output) {
        if (folder.isPresent()) {
            return Optional.of(at(machine, Path.of(folder.get())));
        }
        return switch (configuration.load(options.file(), options.assignments())) {
            case ConfigResult.Loaded loaded ->
                    Optional.of(at(machine, loaded.config().speech().models()));
            case ConfigResult.Invalid invalid -> {
                ConfigurationLoader.explain(invalid.problems(), output.err());
                yield Optional.empty();
            }
        };
    }

    private static ModelFolder at(Machine machine, Path folder) {
        return new ModelFolder(machine.folder().resolve(folder), ProgramName.current());
    }
}
