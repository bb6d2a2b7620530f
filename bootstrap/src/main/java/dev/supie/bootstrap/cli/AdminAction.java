package dev.supie.bootstrap.cli;

import java.io.PrintWriter;
import java.util.Optional;

/// Looks after a running server, or has it do something.
@FunctionalInterface
public interface AdminAction {

    /// Returns the exit status: 0 done, 1 if the server cannot be reached or refuses, 2 wrong use.
    int run(Wish wish, RunningServer server, PrintWriter out, PrintWriter err);

    /// What is wanted.
    sealed interface Wish {

        /// Version and how long it runs.
        record Server(boolean json) implements Wish {}

        /// Badges that are connected.
        record Online(boolean json) implements Wish {}

        /// Meetings that have not come to their end.
        record Meetings(boolean json) implements Wish {}

        /// Messages that wait for badges.
        record Queues(boolean json) implements Wish {}

        /// Closes a badge's connection; it may come back.
        record Kick(String id) implements Wish {}

        /// Drops what waits for a badge.
        record Purge(String id) implements Wish {}

        /// @param logger empty for everybody
        /// @param level what it becomes; absent to see what it is
        record Level(String logger, Optional<String> level) implements Wish {}

        /// Reads the configuration anew (CFG-3).
        record Reload() implements Wish {}
    }
}
