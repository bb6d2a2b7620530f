package dev.supie.application.meeting;

import dev.supie.domain.kernel.DeviceId;
import dev.supie.domain.meeting.Meeting;
import dev.supie.domain.meeting.MeetingId;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/// The meetings that memory knows of: those that have not ended, and those whose summary is on its
/// way. A badge's list is only touched by whoever has its turn.
final class LiveMeetings {

    /// Of two that started at one moment the running one is the later: it starts when the other has
    /// ended.
    private static final Comparator<LiveMeeting> BY_START =
            Comparator.comparing((LiveMeeting meeting) -> meeting.origin().startedAt())
                    .thenComparing(meeting -> meeting.meeting() instanceof Meeting.Recording);

    private final ConcurrentHashMap<DeviceId, List<LiveMeeting>> byDevice =
            new ConcurrentHashMap<>();

    /// A badge's meetings, the last started one last.
    List<LiveMeeting> of(DeviceId device) {
        return byDevice.getOrDefault(device, List.of());
    }

    Optional<LiveMeeting> latestOf(DeviceId device) {
        List<LiveMeeting> meetings = of(device);
        return meetings.isEmpty() ? Optional.empty() : Optional.of(meetings.getLast());
    }

    Optional<LiveMeeting> find(DeviceId device, MeetingId id) {
        return of(device).stream().filter(meeting -> meeting.origin().id().equals(id)).findFirst();
    }

    void add(LiveMeeting meeting) {
        byDevice.merge(
                meeting.origin().device(),
                List.of(meeting),
                // An older one may come later: when its summary is taken out of the store.
                (before, more) ->
                        Stream.concat(before.stream(), more.stream()).sorted(BY_START).toList());
    }

    void remove(LiveMeeting gone) {
        gone.wakeup().cancel();
        byDevice.computeIfPresent(
                gone.origin().device(),
                (_, meetings) -> {
                    List<LiveMeeting> left =
                            meetings.stream().filter(meeting -> meeting != gone).toList();
                    return left.isEmpty() ? null : left;
                });
    }

    /// Badges with at least one meeting in memory.
    int devices() {
        return byDevice.size();
    }
}
