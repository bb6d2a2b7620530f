package dev.supie.bootstrap.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Asks a running server for the tasks of a group, or changes them (WF-9).
@FunctionalInterface
public interface TasksAction {

    /// Returns the exit status: 0 done, 1 if the server cannot be reached or refuses, 2 wrong use.
    int run(Wish wish, RunningServer server, PrintWriter out, PrintWriter err);

    /// The forms of an exported list.
    enum Form {
        CSV,
        JSON
    }

    /// Which tasks are meant.
    ///
    /// @param status `open` or `done`
    /// @param owner part of the owner
    /// @param words part of the title or the notes
    record Choice(
            String group,
            Optional<String> status,
            Optional<String> owner,
            Optional<String> words) {}

    /// A task to be created; the server knows what is usual for what is not said.
    record NewTask(
            String title,
            Optional<Integer> priority,
            Optional<String> owner,
            Optional<String> due,
            Optional<String> notes) {}

    /// What is wanted.
    sealed interface Wish {

        record Enumerate(Choice choice, boolean json) implements Wish {}

        record Add(String group, NewTask task) implements Wish {}

        record Done(String group, List<String> ids) implements Wish {
            public Done {
                ids = List.copyOf(ids);
            }
        }

        /// @param file where to; absent for the standard output
        record Export(Choice choice, Form form, Optional<Path> file) implements Wish {}
    }
}
