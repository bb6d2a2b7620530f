package dev.supie.planted.packagecycles.domain.task;

import dev.supie.planted.packagecycles.domain.meeting.ViolatingMeeting;

/// The other half.
public interface ViolatingTask {

    ViolatingMeeting meeting();
}
