package dev.supie.bootstrap.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;

/// Asks a running server for meetings that it has recorded, or removes one (REST-1).
@FunctionalInterface
public interface MeetingsAction {

    /// Returns the exit status: 0 done, 1 if the server cannot be reached or refuses, 2 wrong use.
    int run(Wish wish, RunningServer server, PrintWriter out, PrintWriter err);

    /// The forms of an exported meeting.
    enum Form {
        MD,
        JSON,
        TXT
    }

    /// What is wanted.
    sealed interface Wish {

        /// The last ones.
        ///
        /// @param badge only those of this one
        record Enumerate(Optional<String> badge, int limit, boolean json) implements Wish {}

        record Show(String id, boolean json) implements Wish {}

        /// @param file where to; absent for the standard output
        record Export(String id, Form form, Optional<Path> file) implements Wish {}

        record Delete(String id, boolean json) implements Wish {}
    }
}
