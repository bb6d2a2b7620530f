package dev.supie.domain.tool;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// What the server itself can be asked for by a language model, and in what words the model is told
/// so.
public enum OwnTool {
    LIST_TASKS(
            Use.READS,
            "Lists the tasks of the group: id, title, priority (0 is most urgent), owner, due date."),
    CLAIM_TASK(Use.CHANGES, "Makes the caller the owner of a task. Ids come from list_tasks."),
    COMPLETE_TASK(Use.CHANGES, "Marks a task as done. Ids come from list_tasks."),
    ADD_TASK(Use.CHANGES, "Puts a new task onto the group's list."),
    FIND_MEETINGS(
            Use.READS,
            "Finds recorded meetings by what was said or noted in them, or lists the latest."),
    READ_MINUTES(
            Use.READS,
            "Gives the minutes of a meeting: points, decisions, actions, risks, next steps."),
    READ_TRANSCRIPT(
            Use.READS, "Gives what was said in a meeting, some paragraphs at a time, in order."),
    SEND_MESSAGE(
            Use.CHANGES, "Sends a message to the badges of other people, also while they are off."),
    TELL_TIME(Use.READS, "Tells the date, the weekday and the time where the team is.");

    /// Names that models know these by, so that nothing else may have them.
    public static final Set<String> NAMES =
            Arrays.stream(values()).map(OwnTool::word).collect(Collectors.toUnmodifiableSet());

    private enum Use {
        READS,
        CHANGES
    }

    private final Use use;
    private final String description;

    OwnTool(Use use, String description) {
        this.use = use;
        this.description = description;
    }

    /// The tool of that name.
    public static Optional<OwnTool> called(String name) {
        return Arrays.stream(values()).filter(tool -> tool.word().equals(name)).findFirst();
    }

    /// Its name, legal for models.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String description() {
        return description;
    }

    /// Whether using it changes something, or tells somebody something.
    public boolean changes() {
        return use == Use.CHANGES;
    }
}
