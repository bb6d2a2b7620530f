package dev.supie.domain.task;

/// What the shell must do after a decision on a board. A decision without effects has changed
/// nothing, and asks for nothing to be stored or shown (WF-4).
public sealed interface BoardEffect {

    /// Must happen, in one transaction with the next version of the board.
    sealed interface Store extends BoardEffect {}

    /// A task is new or has changed.
    record PutTask(Task task) implements Store {}

    /// A task is gone.
    record RemoveTask(TaskId id) implements Store {}

    /// Best effort, and only after everything is stored: every badge of the group gets the list
    /// (WF-5).
    record ShowBoard() implements BoardEffect {}
}
