package dev.supie.application.connection.port;

/// What a message about tasks is about (WF-3 to WF-5).
public enum TaskEvent {
    /// Of a badge: tasks to change or create. To a badge: the list of its group.
    UPDATE,
    /// Asks for the list.
    LIST,
    COMPLETE,
    DELETE,
    ASSIGN
}
