package dev.supie.application.connection;

import dev.supie.application.connection.port.BadgeLink;
import dev.supie.application.connection.port.BadgeMessage;
import dev.supie.application.connection.port.ErrorCode;
import dev.supie.application.connection.port.Rid;
import dev.supie.application.connection.port.TaskEvent;
import dev.supie.application.task.Sender;
import dev.supie.application.task.TaskRequest;
import dev.supie.application.task.Tasks;
import dev.supie.application.task.Tasks.Outcome;

import java.util.Locale;
import java.util.Optional;

/// What badges ask of their group's tasks (WF-3 to WF-5, WF-7); only ever called in a connection's
/// lane.
final class TaskRequests {

    private static final String FEATURE = "workflow";

    private static final String BUSY_TEXT = "too many changes of this group wait: send it again";

    private final Tasks tasks;
    private final BadgeLink link;

    TaskRequests(Tasks tasks, BadgeLink link) {
        this.tasks = tasks;
        this.link = link;
    }

    void handle(LiveConnection live, BadgeRequest.AboutTasks request) {
        switch (request) {
            case BadgeRequest.ChangeTasks(TaskRequest change, Rid rid) ->
                    answer(live, change.event(), rid, from -> tasks.ask(from, change));
            case BadgeRequest.PullTasks(Rid rid) -> answer(live, TaskEvent.LIST, rid, tasks::pull);
        }
    }

    /// CON-2, MODE-3.
    void remind(LiveConnection live) {
        tasks.remind(live.identity().device(), live.identity().session());
    }

    /// What a badge may ask of tasks.
    private interface Call {
        Outcome by(Sender.Badge from);
    }

    private void answer(LiveConnection live, TaskEvent event, Rid rid, Call call) {
        Outcome outcome = live.isFenced() ? new Outcome.Replaced() : call.by(sender(live, rid));
        refusal(outcome)
                .map(refusal -> refusal.of(FEATURE, event.name().toLowerCase(Locale.ROOT), rid))
                .ifPresent((BadgeMessage no) -> link.send(live.identity().session(), no));
    }

    private static Sender.Badge sender(LiveConnection live, Rid rid) {
        return new Sender.Badge(live.identity().device(), live.identity().session(), rid);
    }

    /// Nothing for an outcome that was answered already.
    private static Optional<Refusal> refusal(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Done _ -> Optional.empty();
            case Outcome.Refused(ErrorCode code, String message) ->
                    Optional.of(new Refusal(code, message));
            case Outcome.Replaced _ -> Optional.of(Refusal.REPLACED);
            case Outcome.Busy _ -> Optional.of(new Refusal(ErrorCode.BUSY, BUSY_TEXT));
            case Outcome.Failed _ ->
                    Optional.of(new Refusal(ErrorCode.INTERNAL_ERROR, Refusal.FAILED_TEXT));
        };
    }
}
