package dev.supie.application.administration;

import dev.supie.application.connection.Connections;
import dev.supie.application.meeting.Meetings;
import dev.supie.application.meeting.RunningMeeting;
import dev.supie.application.meeting.port.StoreException;
import dev.supie.application.peer.Peers;
import dev.supie.application.peer.port.WaitingMessages;
import dev.supie.application.runtime.Awaited;
import dev.supie.domain.kernel.DeviceId;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Asks the features; keeps nothing of its own.
final class AdministrationService implements Administration {

    /// How long a change is waited for. A store that is slower counts as one that failed.
    static final Duration WAIT_MAX = Duration.ofSeconds(10);

    private final Connections connections;
    private final Meetings meetings;
    private final Peers peers;

    AdministrationService(Connections connections, Meetings meetings, Peers peers) {
        this.connections = connections;
        this.meetings = meetings;
        this.peers = peers;
    }

    @Override
    public List<Attendee> present() {
        Map<DeviceId, RunningMeeting> running =
                meetings.running().stream()
                        .collect(
                                Collectors.toMap(
                                        RunningMeeting::owner,
                                        Function.identity(),
                                        // The later one is the one that a badge is in.
                                        (_, later) -> later));
        return connections.present().stream()
                .map(badge -> new Attendee(badge, Optional.ofNullable(running.get(badge.device()))))
                .toList();
    }

    @Override
    public int kick(DeviceId device) {
        return connections.kick(device);
    }

    @Override
    public List<RunningMeeting> meetings() {
        return meetings.running();
    }

    @Override
    public List<WaitingMessages> queues(int limit) {
        return peers.queues(limit);
    }

    @Override
    public int purge(DeviceId device) {
        var purged = peers.purge(device).handle((ended, _) -> Optional.ofNullable(ended));
        return switch (Awaited.of(purged, WAIT_MAX)) {
            case Awaited.Come<Optional<Integer>>(Optional<Integer> ended) ->
                    ended.orElseThrow(() -> new StoreException("the inbox was not cleared"));
            case Awaited.TooLate<Optional<Integer>> _ ->
                    throw new StoreException("the store does not answer");
            case Awaited.Interrupted<Optional<Integer>> _ ->
                    throw new StoreException("interrupted while an inbox was cleared");
        };
    }
}
