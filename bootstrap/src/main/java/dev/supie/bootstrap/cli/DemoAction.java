package dev.supie.bootstrap.cli;

import java.io.PrintWriter;

/// Plays one badge's meeting against a server of its own and shows what happens.
@FunctionalInterface
public interface DemoAction {

    /// Returns 0 only if everything was as the contract says.
    int run(PrintWriter out, PrintWriter err);
}
