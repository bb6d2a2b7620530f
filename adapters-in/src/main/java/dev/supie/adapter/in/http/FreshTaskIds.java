package dev.supie.adapter.in.http;

import dev.supie.domain.task.TaskId;

import java.util.UUID;

/// Ids for tasks that come without one: short enough to be typed, and of 48 random bits, so that no
/// two tasks of a group will ever have the same.
final class FreshTaskIds {

    private static final int DIGITS = 12;

    private FreshTaskIds() {}

    static TaskId next() {
        String random = UUID.randomUUID().toString().replace("-", "");
        return new TaskId("t-" + random.substring(0, DIGITS));
    }
}
