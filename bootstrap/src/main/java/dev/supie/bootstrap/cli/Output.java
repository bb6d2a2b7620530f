package dev.supie.bootstrap.cli;

import java.io.PrintWriter;

/// Where a command writes: results to `out`, everything else to `err`.
record Output(PrintWriter out, PrintWriter err) {}
