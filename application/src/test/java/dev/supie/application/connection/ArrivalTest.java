package dev.supie.application.connection;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.supie.application.fake.RecordingBadgeLink;
import dev.supie.application.fake.StepExecutor;
import dev.supie.application.fake.VirtualTime;
import dev.supie.application.fixture.Bench;
import dev.supie.application.fixture.DeafEars;
import dev.supie.application.fixture.NoTasks;
import dev.supie.application.peer.PeerFeature;
import dev.supie.domain.connection.ConnectionSettings;
import dev.supie.domain.connection.DuplicateSettings;
import dev.supie.domain.kernel.DeviceId;
import dev.supie.domain.kernel.SessionId;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

/// MTG-9, DUP-2: what waits for a badge is kept back from a connection that is not its route, so a
/// connection has to be that before it is given anything.
class ArrivalTest {

    private static final SessionId SESSION = new SessionId("first");

    private final VirtualTime time = new VirtualTime(Bench.START);
    private final RecordingBadgeLink link = new RecordingBadgeLink(time, new StepExecutor());
    private final List<String> calls = new ArrayList<>();

    /// Lanes run at once, as they do on a machine with a thread to spare.
    @Test
    void badgeIsThereBeforeItIsGivenWhatWaits() {
        Connections connections =
                ConnectionFeature.create(
                        new ConnectionFeature.Ports(
                                link,
                                Runnable::run,
                                time,
                                time,
                                DeafEars.on(Runnable::run, time, time),
                                () -> SESSION,
                                10,
                                () -> ConnectionSettings.DEFAULTS,
                                () -> DuplicateSettings.DEFAULTS),
                        _ -> new NotedMeetings(),
                        new NoTasks(),
                        PeerFeature.off(link),
                        Bench.STATS_ON_REQUEST);
        connections.admit(new DeviceId(Asking.DEVICE));
        link.connect(SESSION);

        connections.opened(SESSION, "127.0.0.1");

        assertEquals(List.of("arrived", "returned"), calls);
    }

    private final class NotedMeetings extends QuietMeetings {

        @Override
        public void arrived(DeviceId device, SessionId session) {
            calls.add("arrived");
        }

        @Override
        public void returned(DeviceId device, SessionId session) {
            calls.add("returned");
        }

        @Override
        public void left(DeviceId device, SessionId session) {
            calls.add("left");
        }
    }
}
