package dev.supie.domain.task;

/// A task as a list shows it.
///
/// @param overdue whether it should have been done when the list was made
public record ListedTask(Task task, boolean overdue) {}
