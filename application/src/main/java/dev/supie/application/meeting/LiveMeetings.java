package dev.supie.application.meeting;

import dev.supie.domain.kernel.DeviceId;
import dev.supie.domain.meeting.Guest;
import dev.supie.domain.meeting.Joined;
import dev.supie.domain.meeting.Meeting;
import dev.supie.domain.meeting.MeetingId;
import dev.supie.domain.meeting.Origin;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/// The meetings that memory knows of: those that have not ended, and those whose summary is on its
/// way. The list of a badge that starts meetings is only touched by whoever has its turn; where its
/// guests are, and what a meeting's id and code mean, anybody may ask at any time.
final class LiveMeetings {

    /// Of two that started at one moment the running one is the later: it starts when the other has
    /// ended.
    private static final Comparator<LiveMeeting> BY_START =
            Comparator.comparing((LiveMeeting meeting) -> meeting.origin().startedAt())
                    .thenComparing(meeting -> meeting.meeting() instanceof Meeting.Recording);

    private final ConcurrentHashMap<DeviceId, List<LiveMeeting>> byDevice =
            new ConcurrentHashMap<>();
    private final ConcurrentHashMap<MeetingId, Origin> byId = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<DeviceId, List<Seat>> byGuest = new ConcurrentHashMap<>();
    private final JoinCodes codes;

    LiveMeetings(JoinCodes codes) {
        this.codes = codes;
    }

    /// The place of a badge in the meeting of another one.
    ///
    /// @param joinedAt when it joined last
    /// @param left whether it has left since
    /// @param runs whether the meeting takes snippets
    record Seat(Origin origin, Instant joinedAt, boolean left, boolean runs) {

        boolean isLaterThan(Origin own) {
            return runs ? !joinedAt.isBefore(own.startedAt()) : joinedAt.isAfter(own.startedAt());
        }
    }

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

    /// A meeting that runs, or whose summary is on its way.
    Optional<Origin> origin(MeetingId id) {
        return Optional.ofNullable(byId.get(id));
    }

    /// The meetings of others that this badge has joined, the last joined one last.
    List<Seat> seats(DeviceId guest) {
        return byGuest.getOrDefault(guest, List.of());
    }

    /// The meeting that the badge has started or joined last, unless it has left it again.
    Optional<Origin> whereIs(DeviceId device) {
        List<Seat> seats = seats(device).stream().filter(seat -> !seat.left()).toList();
        Optional<Origin> own = latestOf(device).map(LiveMeeting::origin);
        if (seats.isEmpty()) {
            return own;
        }
        Seat last = seats.getLast();
        return own.filter(started -> !last.isLaterThan(started))
                .or(() -> Optional.of(last.origin()));
    }

    /// After each step: who is in it, and whether others may still come.
    void noted(LiveMeeting live) {
        Meeting meeting = live.meeting();
        boolean runs = meeting instanceof Meeting.Recording;
        for (Guest guest : meeting.company().guests()) {
            boolean left = guest.is(Joined.Standing.LEFT);
            seat(guest.device(), new Seat(live.origin(), guest.joined().at(), left, runs));
        }
        meeting.company()
                .code()
                .ifPresentOrElse(
                        code -> codes.note(live.origin(), code),
                        () -> {
                            if (!runs) {
                                codes.release(live.origin().id());
                            }
                        });
    }

    private void seat(DeviceId guest, Seat seat) {
        byGuest.merge(
                guest,
                List.of(seat),
                (before, _) ->
                        before.contains(seat)
                                ? before
                                : Stream.concat(others(before, seat.origin()), Stream.of(seat))
                                        .sorted(Comparator.comparing(Seat::joinedAt))
                                        .toList());
    }

    private static Stream<Seat> others(List<Seat> seats, Origin origin) {
        return seats.stream().filter(seat -> !seat.origin().equals(origin));
    }

    void add(LiveMeeting meeting) {
        byId.put(meeting.origin().id(), meeting.origin());
        noted(meeting);
        byDevice.merge(
                meeting.origin().device(),
                List.of(meeting),
                // An older one may come later: when its summary is taken out of the store.
                (before, more) ->
                        Stream.concat(before.stream(), more.stream()).sorted(BY_START).toList());
    }

    void remove(LiveMeeting gone) {
        gone.wakeup().cancel();
        byId.remove(gone.origin().id());
        codes.release(gone.origin().id());
        gone.meeting().company().guests().forEach(guest -> unseat(guest, gone.origin()));
        byDevice.computeIfPresent(
                gone.origin().device(),
                (_, meetings) -> {
                    List<LiveMeeting> left =
                            meetings.stream().filter(meeting -> meeting != gone).toList();
                    return left.isEmpty() ? null : left;
                });
    }

    private void unseat(Guest guest, Origin origin) {
        byGuest.computeIfPresent(
                guest.device(),
                (_, seats) -> {
                    List<Seat> left = others(seats, origin).toList();
                    return left.isEmpty() ? null : left;
                });
    }

    /// Those that have not come to their end, those that started first first; without any turn.
    List<RunningMeeting> running() {
        return byDevice.values().stream()
                .flatMap(List::stream)
                .sorted(BY_START)
                .flatMap(one -> running(one.meeting()).stream())
                .toList();
    }

    private static Optional<RunningMeeting> running(Meeting meeting) {
        return switch (meeting) {
            case Meeting.Recording _ -> Optional.of(running(meeting, false));
            case Meeting.Finalizing _ -> Optional.of(running(meeting, true));
            case Meeting.Finalized _ -> Optional.empty();
        };
    }

    private static RunningMeeting running(Meeting meeting, boolean finalizing) {
        return new RunningMeeting(
                meeting.origin().id(),
                meeting.origin().device(),
                meeting.company().guests().stream()
                        .filter(guest -> !guest.is(Joined.Standing.LEFT))
                        .map(Guest::device)
                        .toList(),
                meeting.origin().startedAt(),
                meeting.material().transcript().count(),
                finalizing);
    }

    /// Badges with at least one meeting in memory.
    int devices() {
        return byDevice.size();
    }

    /// Badges that have joined at least one meeting in memory.
    int guests() {
        return byGuest.size();
    }
}
