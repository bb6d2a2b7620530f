package dev.supie.bootstrap.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

import java.util.concurrent.Callable;

/// `supie devices revoke …`.
@Command(name = "revoke", description = "Take a badge's approval back and disconnect it.")
final class DevicesRevokeCommand implements Callable<Integer> {

    private final DevicesStep step;

    @Mixin private ServerOptions options = new ServerOptions();

    @Parameters(paramLabel = "ID", description = "Its id.")
    private String id = "";

    DevicesRevokeCommand(DevicesStep step) {
        this.step = step;
    }

    @Override
    public Integer call() {
        return step.run(new DevicesAction.Wish.Revoke(id), options);
    }
}
