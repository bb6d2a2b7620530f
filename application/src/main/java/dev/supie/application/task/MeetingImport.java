package dev.supie.application.task;

import dev.supie.application.meeting.port.ArchiveQuery;
import dev.supie.application.meeting.port.MeetingArchive;
import dev.supie.application.meeting.port.StoreException;
import dev.supie.domain.meeting.MeetingHead;
import dev.supie.domain.meeting.MeetingHead.Phase;
import dev.supie.domain.meeting.MeetingId;
import dev.supie.domain.meeting.Minutes;
import dev.supie.domain.task.GroupKey;
import dev.supie.domain.task.MinutesTasks;
import dev.supie.domain.task.TaskChange;
import dev.supie.domain.task.TaskId;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// WF-9: takes over what is to be done after a meeting into a group's tasks. Safe for use by many
/// threads.
public final class MeetingImport {

    /// Of the newest meetings so many are looked at for one of the group.
    static final int SEARCHED_MAX = 500;

    private final MeetingArchive archive;
    private final Tasks tasks;

    public MeetingImport(MeetingArchive archive, Tasks tasks) {
        this.archive = archive;
        this.tasks = tasks;
    }

    /// What came of it.
    public sealed interface Result {

        /// Every line of the minutes that is to be done is a task now.
        ///
        /// @param ids of the tasks, new or not; none if nothing is to be done
        record Imported(MeetingId meeting, List<TaskId> ids) implements Result {
            public Imported {
                ids = List.copyOf(ids);
            }
        }

        /// There is no such meeting, or none of the group that has minutes.
        record Unknown() implements Result {}

        /// The meeting has no minutes yet.
        record Unfinished() implements Result {}

        /// The tasks were not changed, or nobody knows whether they were.
        record Failed(Tasks.Outcome outcome) implements Result {}
    }

    /// Takes over one meeting, or the last one that a badge of the group has held. New tasks belong
    /// to the badge of the meeting. The group's badges are told once, if anything is different.
    ///
    /// @throws StoreException if the meeting cannot be read now
    public Result from(GroupKey group, Optional<MeetingId> meeting) {
        Optional<MeetingHead> head = meeting.map(archive::find).orElseGet(() -> lastOf(group));
        return head.map(found -> taken(group, found)).orElseGet(Result.Unknown::new);
    }

    private Result taken(GroupKey group, MeetingHead head) {
        return head.phase() instanceof Phase.Finalized finalized
                ? taken(group, head, finalized.summary().minutes())
                : new Result.Unfinished();
    }

    private Result taken(GroupKey group, MeetingHead head, Minutes minutes) {
        List<TaskChange> changes = MinutesTasks.of(head.id(), minutes);
        Result imported =
                new Result.Imported(head.id(), changes.stream().map(TaskChange::id).toList());
        if (changes.isEmpty()) {
            return imported;
        }
        Sender from = new Sender.Visitor(group, tasks.ownerOf(head.device()));
        return switch (tasks.ask(from, update(changes))) {
            case Tasks.Outcome.Done _ -> imported;
            case Tasks.Outcome.Refused refused -> new Result.Failed(refused);
            case Tasks.Outcome.Replaced replaced -> new Result.Failed(replaced);
            case Tasks.Outcome.Busy busy -> new Result.Failed(busy);
            case Tasks.Outcome.Failed failed -> new Result.Failed(failed);
        };
    }

    private static TaskRequest update(List<TaskChange> changes) {
        return new TaskRequest.Update(
                changes.stream()
                        .map(change -> new TaskRequest.Item(Optional.empty(), change))
                        .toList());
    }

    private Optional<MeetingHead> lastOf(GroupKey group) {
        for (int offset = 0; offset < SEARCHED_MAX; offset += ArchiveQuery.LIMIT_MAX) {
            List<MeetingHead> page = archive.recent(page(offset));
            Optional<MeetingHead> found =
                    page.stream()
                            .filter(head -> head.phase() instanceof Phase.Finalized)
                            .filter(head -> tasks.groupOf(head.device()).equals(group))
                            .findFirst();
            if (found.isPresent() || page.size() < ArchiveQuery.LIMIT_MAX) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static ArchiveQuery page(int offset) {
        return new ArchiveQuery(
                offset, ArchiveQuery.LIMIT_MAX, Optional.empty(), Instant.MIN, Instant.MAX);
    }
}
