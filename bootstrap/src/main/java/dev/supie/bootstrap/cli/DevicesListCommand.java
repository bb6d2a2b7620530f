package dev.supie.bootstrap.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.util.Optional;
import java.util.concurrent.Callable;

/// `supie devices list`.
@Command(name = "list", description = "Show the badges that wait, are approved, or are revoked.")
final class DevicesListCommand implements Callable<Integer> {

    private final DevicesStep step;

    @Mixin private ServerOptions options = new ServerOptions();

    @Option(
            names = "--state",
            paramLabel = "STATE",
            description = "Only those that are pending, approved or revoked.")
    private Optional<String> state = Optional.empty();

    @Option(names = "--json", description = "Print JSON, an object on each line.")
    private boolean json;

    DevicesListCommand(DevicesStep step) {
        this.step = step;
    }

    @Override
    public Integer call() {
        return step.run(new DevicesAction.Wish.Show(state, json), options);
    }
}
