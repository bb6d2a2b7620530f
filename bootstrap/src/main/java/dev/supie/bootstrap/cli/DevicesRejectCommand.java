package dev.supie.bootstrap.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

import java.util.concurrent.Callable;

/// `supie devices reject …`.
@Command(name = "reject", description = "Turn a waiting badge away.")
final class DevicesRejectCommand implements Callable<Integer> {

    private final DevicesStep step;

    @Mixin private ServerOptions options = new ServerOptions();

    @Parameters(paramLabel = "CODE|ID", description = "The code that it shows, or its id.")
    private String badge = "";

    DevicesRejectCommand(DevicesStep step) {
        this.step = step;
    }

    @Override
    public Integer call() {
        return step.run(new DevicesAction.Wish.Reject(badge), options);
    }
}
