package dev.supie.application.task;

import dev.supie.domain.task.Task;
import dev.supie.domain.task.TaskStatus;

import java.util.Locale;
import java.util.Optional;

/// Which tasks of a group somebody wants to see.
///
/// @param owner part of the owner's name, upper and lower case the same
/// @param words part of the title or the notes, upper and lower case the same
public record TaskFilter(
        Optional<TaskStatus> status, Optional<String> owner, Optional<String> words) {

    public static final TaskFilter ALL =
            new TaskFilter(Optional.empty(), Optional.empty(), Optional.empty());

    public boolean passes(Task task) {
        return status.filter(wanted -> wanted != task.status()).isEmpty()
                && owner.filter(part -> !contains(task.owner().value(), part)).isEmpty()
                && words.filter(
                                part ->
                                        !contains(task.title().value(), part)
                                                && !contains(task.notes().value(), part))
                        .isEmpty();
    }

    private static boolean contains(String text, String part) {
        return text.toLowerCase(Locale.ROOT).contains(part.strip().toLowerCase(Locale.ROOT));
    }
}
