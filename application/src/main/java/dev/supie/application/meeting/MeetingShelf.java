package dev.supie.application.meeting;

import dev.supie.domain.kernel.DeviceId;
import dev.supie.domain.meeting.Meeting;
import dev.supie.domain.meeting.MeetingCommand;
import dev.supie.domain.meeting.MeetingId;
import dev.supie.domain.meeting.Origin;

import java.util.Optional;

/// Meetings within reach: those in memory, and those that are taken out of the store because
/// somebody asks for them. Only for whoever has the turn of the badge that started them.
final class MeetingShelf {

    private final LiveMeetings live;
    private final MeetingDesk desk;
    private final MeetingClockwork clockwork;
    private final MeetingTurns turns;
    private final MeetingSteps steps;

    MeetingShelf(
            LiveMeetings live,
            MeetingDesk desk,
            MeetingEffects effects,
            MeetingClockwork clockwork,
            MeetingTurns turns) {
        this.live = live;
        this.desk = desk;
        this.clockwork = clockwork;
        this.turns = turns;
        this.steps =
                new MeetingSteps(live, desk, effects, clockwork, effects.presence(), this::later);
    }

    MeetingSteps steps() {
        return steps;
    }

    LiveMeeting adopt(Meeting meeting, long version) {
        Origin origin = meeting.origin();
        LiveMeeting adopted =
                new LiveMeeting(meeting, version, clockwork.wakeup(() -> wake(origin)));
        live.add(adopted);
        return adopted;
    }

    Optional<LiveMeeting> find(DeviceId owner, MeetingId id) {
        Optional<LiveMeeting> known = live.find(owner, id);
        return known.isPresent()
                ? known
                : desk.load(id, 0, clockwork.now())
                        .map(stored -> adopt(stored.meeting(), stored.version()));
    }

    private void wake(Origin origin) {
        turns.insist(
                origin.device(),
                () ->
                        live.find(origin.device(), origin.id())
                                .ifPresent(
                                        meeting -> {
                                            meeting.wakeup().fired();
                                            steps.step(
                                                    meeting, new MeetingCommand.DeadlineReached());
                                        }));
    }

    private void later(LiveMeeting meeting, MeetingCommand command) {
        Origin origin = meeting.origin();
        turns.later(
                origin.device(),
                () ->
                        find(origin.device(), origin.id())
                                .ifPresent(found -> steps.step(found, command)));
    }
}
