package dev.supie.bootstrap.cli;

import dev.supie.bootstrap.config.ConfigResult;

import java.io.PrintWriter;

/// Runs the server until it is told to stop.
@FunctionalInterface
public interface ServeAction {

    /// Returns the exit status: 0 after a clean stop, 2 if the server cannot start as configured
    /// (NET-2), 75 if it shall be started again (SRV-2). Only the ready line goes to `out`; sets
    /// logging up.
    int serve(ConfigResult.Loaded loaded, PrintWriter out, PrintWriter err);
}
