package dev.supie.domain.task;

import java.time.Instant;

/// How a task came about and what it has been through.
///
/// @param number counts the tasks of a board in the order of their creation, from 1
/// @param version counts what was changed in the task, from 1
/// @param createdAt to the millisecond, as all times of tasks
/// @param updatedAt of the last change
public record TaskStamp(long number, long version, Instant createdAt, Instant updatedAt) {

    TaskStamp changed(Instant now) {
        return new TaskStamp(number, version + 1, createdAt, now);
    }
}
