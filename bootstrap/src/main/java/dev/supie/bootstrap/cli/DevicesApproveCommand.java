package dev.supie.bootstrap.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

import java.util.concurrent.Callable;

/// `supie devices approve …`.
@Command(name = "approve", description = "Let a badge in.")
final class DevicesApproveCommand implements Callable<Integer> {

    private final DevicesStep step;

    @Mixin private ServerOptions options = new ServerOptions();

    @Parameters(paramLabel = "CODE|ID", description = "The code that it shows, or its id.")
    private String badge = "";

    DevicesApproveCommand(DevicesStep step) {
        this.step = step;
    }

    @Override
    public Integer call() {
        return step.run(new DevicesAction.Wish.Approve(badge), options);
    }
}
