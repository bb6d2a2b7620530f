package dev.supie.domain.tool;

import dev.supie.domain.archive.SearchTerms;
import dev.supie.domain.meeting.MeetingId;
import dev.supie.domain.task.FieldChange;
import dev.supie.domain.task.TaskId;

import java.util.List;

/// What one of our own tools was asked for, in well-formed shape.
public sealed interface OwnRequest {

    /// @param words part of title or notes; empty for all
    record ListTasks(Which which, String words) implements OwnRequest {}

    /// Of tasks.
    enum Which {
        OPEN,
        DONE,
        ALL
    }

    record ClaimTask(TaskId id) implements OwnRequest {}

    record CompleteTask(TaskId id) implements OwnRequest {}

    /// @param fields the title among them
    /// @param owner what people call whoever shall do it; empty for the caller
    record AddTask(List<FieldChange> fields, String owner) implements OwnRequest {
        public AddTask {
            fields = List.copyOf(fields);
        }
    }

    /// @param limit 1 to [#MEETINGS_MAX]
    record FindMeetings(SearchTerms terms, int limit) implements OwnRequest {}

    /// @param limit 1 to [#MEETINGS_MAX]
    record LatestMeetings(int limit) implements OwnRequest {}

    record ReadMinutes(MeetingId meeting) implements OwnRequest {}

    /// Of the latest meeting that has any.
    record ReadLatestMinutes() implements OwnRequest {}

    /// @param from the number of the first paragraph, counted from 1
    record ReadTranscript(MeetingId meeting, long from) implements OwnRequest {}

    /// @param to aliases or ids of badges, or `everybody`; 1 to [#TARGETS_MAX]
    record SendMessage(List<String> to, String text) implements OwnRequest {
        public SendMessage {
            to = List.copyOf(to);
        }
    }

    record TellTime() implements OwnRequest {}

    int MEETINGS_MAX = 20;
    int TARGETS_MAX = 10;
}
