package dev.supie.bootstrap.cli;

import picocli.CommandLine.Command;

import java.util.concurrent.Callable;

/// `supie demo`.
@Command(
        name = "demo",
        description = "Play a badge's meeting against a server of its own and show the minutes.")
final class DemoCommand implements Callable<Integer> {

    private final DemoAction demo;
    private final Output output;

    DemoCommand(DemoAction demo, Output output) {
        this.demo = demo;
        this.output = output;
    }

    @Override
    public Integer call() {
        return demo.run(output.out(), output.err());
    }
}
