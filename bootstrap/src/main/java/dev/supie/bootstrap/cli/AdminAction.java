package dev.supie.bootstrap.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;

/// Looks after a running server, has it do something, or saves what it keeps.
@FunctionalInterface
public interface AdminAction {

    /// Returns the exit status: 0 done, 1 if the server cannot be reached or refuses, 2 wrong use.
    int run(Wish wish, RunningServer server, PrintWriter out, PrintWriter err);

    /// What is wanted.
    sealed interface Wish {

        /// Something that a running server is asked.
        sealed interface Question extends Wish {}

        /// Everything that is kept into one file, which must not be there yet. The server need not
        /// run.
        record Backup(Path file) implements Wish {}

        /// What such a file holds into the data folder, which must be empty (a `lost+found` does
        /// not count).
        record Restore(Path file) implements Wish {}

        /// Version and how long it runs.
        record Server(boolean json) implements Question {}

        /// Badges that are connected.
        record Online(boolean json) implements Question {}

        /// Meetings that have not come to their end.
        record Meetings(boolean json) implements Question {}

        /// Messages that wait for badges.
        record Queues(boolean json) implements Question {}

        /// Closes a badge's connection; it may come back.
        record Kick(String id) implements Question {}

        /// Drops what waits for a badge.
        record Purge(String id) implements Question {}

        /// @param logger empty for everybody
        /// @param level what it becomes; absent to see what it is
        record Level(String logger, Optional<String> level) implements Question {}

        /// Reads the configuration anew (CFG-3).
        record Reload() implements Question {}
    }
}
