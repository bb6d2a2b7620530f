package dev.supie.domain.task;

/// Whether there is still something to do (WF-1). Lists have them in this order (WF-6).
public enum TaskStatus {
    OPEN,
    DONE
}
