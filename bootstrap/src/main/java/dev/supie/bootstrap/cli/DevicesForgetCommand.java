package dev.supie.bootstrap.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

import java.util.concurrent.Callable;

/// `supie devices forget …`.
@Command(name = "forget", description = "Forget what was talked about with a badge.")
final class DevicesForgetCommand implements Callable<Integer> {

    private final DevicesStep step;

    @Mixin private ServerOptions options = new ServerOptions();

    @Parameters(paramLabel = "ID", description = "Its id.")
    private String id = "";

    DevicesForgetCommand(DevicesStep step) {
        this.step = step;
    }

    @Override
    public Integer call() {
        return step.run(new DevicesAction.Wish.Forget(id), options);
    }
}
