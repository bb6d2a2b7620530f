package dev.supie.application.connection;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.supie.application.connection.port.BadgeMessage.GeneralError;
import dev.supie.application.connection.port.ErrorCode;
import dev.supie.application.connection.port.Rid;
import dev.supie.application.fake.RecordingBadgeLink;
import dev.supie.application.fake.StepExecutor;
import dev.supie.application.fake.VirtualTime;
import dev.supie.application.fixture.Bench;
import dev.supie.application.fixture.DeafEars;
import dev.supie.application.fixture.NoTasks;
import dev.supie.application.meeting.Requester;
import dev.supie.application.peer.PeerFeature;
import dev.supie.domain.connection.ConnectionSettings;
import dev.supie.domain.connection.DuplicateSettings;
import dev.supie.domain.kernel.DeviceId;
import dev.supie.domain.kernel.SessionId;
import dev.supie.domain.meeting.SnippetInput;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// MSG-4: a bug in the server is answered like everything else, and the connection goes on.
class BrokenHandlerTest {

    private static final SessionId SESSION = new SessionId("session-1");

    private final VirtualTime time = new VirtualTime(Bench.START);
    private final StepExecutor threads = new StepExecutor();
    private final RecordingBadgeLink link = new RecordingBadgeLink(time, threads);

    /// Meetings with a bug in everything that takes snippets.
    private static final class BrokenMeetings extends QuietMeetings {

        @Override
        public Outcome addSnippets(Requester from, List<SnippetInput> items) {
            throw new IllegalStateException("broken on purpose");
        }

        @Override
        public Outcome addSpeech(DeviceId device, SessionId session, Instant since, String text) {
            throw new IllegalStateException("broken on purpose");
        }
    }

    @Test
    void aBugIsAnsweredWithTheRidAndTheNextRequestIsHandled() {
        Connections connections =
                ConnectionFeature.create(
                        new ConnectionFeature.Ports(
                                link,
                                threads,
                                time,
                                time,
                                DeafEars.on(threads, time, time),
                                () -> SESSION,
                                10,
                                () -> ConnectionSettings.DEFAULTS,
                                () -> DuplicateSettings.DEFAULTS),
                        _ -> new BrokenMeetings(),
                        new NoTasks(),
                        PeerFeature.off(link),
                        Bench.STATS_ON_REQUEST);
        connections.admit(new DeviceId(Asking.DEVICE));
        link.connect(SESSION);
        connections.opened(SESSION, "127.0.0.1");
        threads.runAll();
        link.take(SESSION);

        KeptProgress broken = new KeptProgress();
        KeptProgress whole = new KeptProgress();
        connections.receive(SESSION, Asking.snippet("hello", new Rid("r1")), broken);
        connections.receive(SESSION, Asking.hello(), whole);
        assertEquals(List.of(), broken.told);
        threads.runAll();

        assertEquals(List.of("begins", "ended false"), broken.told);
        assertEquals(List.of("begins", "ended true"), whole.told);

        GeneralError error = link.sentTo(SESSION, GeneralError.class).getFirst();
        assertEquals(ErrorCode.INTERNAL_ERROR, error.code());
        assertEquals(new Rid("r1"), error.rid());
        assertEquals(2, link.sentTo(SESSION).size());
    }

    /// What whoever waits for the handling is told.
    private static final class KeptProgress implements Connections.Progress {

        private final List<String> told = new ArrayList<>();

        @Override
        public void begins() {
            told.add("begins");
        }

        @Override
        public void ended(boolean well) {
            told.add("ended " + well);
        }
    }
}
