package dev.supie.planted.packagecycles.domain.meeting;

import dev.supie.planted.packagecycles.domain.task.ViolatingTask;

/// One half of a cycle.
public interface ViolatingMeeting {

    ViolatingTask task();
}
