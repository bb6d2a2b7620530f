package dev.supie.application.connection;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.supie.application.coding.CodingFeature;
import dev.supie.application.connection.Connections.Admission;
import dev.supie.application.connection.port.BadgeLink;
import dev.supie.application.connection.port.BadgeMessage;
import dev.supie.application.fake.InMemoryMeetingStore;
import dev.supie.application.fake.ScriptedColleagues;
import dev.supie.application.fake.ScriptedSummarizer;
import dev.supie.application.fixture.Bench;
import dev.supie.application.fixture.DeafEars;
import dev.supie.application.fixture.NoTasks;
import dev.supie.application.meeting.MeetingFeature;
import dev.supie.application.peer.PeerFeature;
import dev.supie.application.runtime.Alarms;
import dev.supie.application.runtime.Workers;
import dev.supie.domain.connection.CloseCode;
import dev.supie.domain.connection.ConnectionSettings;
import dev.supie.domain.connection.DuplicateSettings;
import dev.supie.domain.kernel.DeviceId;
import dev.supie.domain.kernel.SessionId;
import dev.supie.domain.meeting.MeetingId;
import dev.supie.domain.meeting.MeetingSettings;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/// Handshakes and closes that many threads do at once. Time stands still.
class ConnectionThreadsTest {

    private static final InstantSource NOON =
            InstantSource.fixed(Instant.parse("2026-11-21T12:00:00Z"));
    private static final Alarms NEVER = (_, _) -> () -> {};

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final ExecutorService pair = Executors.newFixedThreadPool(2);
    private final AtomicInteger numbers = new AtomicInteger();

    @AfterEach
    void stop() {
        pair.close();
        threads.close();
    }

    private ConnectionService connections(int room) {
        BadgeLink link = new NoLink();
        ScriptedSummarizer model = new ScriptedSummarizer("model");
        MeetingFeature.Ports meetings =
                new MeetingFeature.Ports(
                        new InMemoryMeetingStore(),
                        link,
                        model,
                        model,
                        new Workers(threads, 1),
                        threads,
                        NEVER,
                        NOON,
                        () -> new MeetingId("meeting-" + numbers.incrementAndGet()),
                        () -> MeetingSettings.DEFAULTS,
                        Optional.empty(),
                        ScriptedColleagues.strangers());
        ConnectionFeature.Ports ports =
                new ConnectionFeature.Ports(
                        link,
                        threads,
                        NEVER,
                        NOON,
                        DeafEars.on(threads, NEVER, NOON),
                        () -> new SessionId("session-" + numbers.incrementAndGet()),
                        room,
                        () -> ConnectionSettings.DEFAULTS,
                        () -> DuplicateSettings.DEFAULTS);
        return new ConnectionService(
                ports,
                new ConnectionFeature.Features(
                        watch -> MeetingFeature.create(meetings, watch),
                        new NoTasks(),
                        PeerFeature.off(link),
                        CodingFeature.byRules(link, threads, NEVER, NOON),
                        Bench.STATS_ON_REQUEST));
    }

    @Test
    void whenManyAskAtOnceAllPlacesAreGivenAndNoneTwice() throws Exception {
        for (int round = 0; round < 1000; round++) {
            Connections connections = connections(1);

            List<Admission> answers =
                    together(
                            () -> connections.admit(new DeviceId("one")),
                            () -> connections.admit(new DeviceId("other")));

            long admitted = answers.stream().filter(Admission.Admitted.class::isInstance).count();
            assertEquals(1, admitted, "round " + round);
            assertEquals(1, connections.count());
        }
    }

    @Test
    void aSocketThatEndsWhileItOpensLeavesNothing() throws Exception {
        ConnectionService connections = connections(10);
        for (int round = 0; round < 1000; round++) {
            Admission admission = connections.admit(new DeviceId("badge-" + round));
            SessionId session = ((Admission.Admitted) admission).session();

            together(
                    Executors.callable(() -> connections.opened(session, "127.0.0.1")),
                    Executors.callable(() -> connections.closed(session)));
        }

        assertEquals(0, connections.count());
        assertEquals(0, connections.routes());
        assertEquals(0, connections.onlineCount());
    }

    /// CON-6: nobody may be waited for who is gone.
    @Test
    void aDrainEndsEvenIfASocketEndedWhileItOpened() throws Exception {
        for (int round = 0; round < 1000; round++) {
            ConnectionService connections = connections(1);
            Admission admission = connections.admit(new DeviceId("badge"));
            SessionId session = ((Admission.Admitted) admission).session();
            Future<?> drained = connections.drain();

            together(
                    Executors.callable(() -> connections.opened(session, "127.0.0.1")),
                    Executors.callable(() -> connections.closed(session)));

            drained.get(10, TimeUnit.SECONDS);
        }
    }

    /// Does both in the same moment, as nearly as two threads can.
    private <T> List<T> together(Callable<T> one, Callable<T> other) throws Exception {
        AtomicInteger ready = new AtomicInteger();
        List<Callable<T>> work = List.of(whenBothAre(ready, one), whenBothAre(ready, other));
        List<T> results = new ArrayList<>();
        for (Future<T> future : pair.invokeAll(work, 10, TimeUnit.SECONDS)) {
            results.add(future.get());
        }
        return results;
    }

    /// Nothing relies on the yield; it only makes the wait cheaper.
    @SuppressWarnings("ThreadPriorityCheck")
    private static <T> Callable<T> whenBothAre(AtomicInteger ready, Callable<T> work) {
        return () -> {
            ready.incrementAndGet();
            while (ready.get() < 2) {
                Thread.yield();
            }
            return work.call();
        };
    }

    /// A link that leads nowhere.
    private static final class NoLink implements BadgeLink {

        @Override
        public Delivery send(SessionId session, BadgeMessage message) {
            return Delivery.REFUSED;
        }

        @Override
        public Delivery send(SessionId session, BadgeMessage message, Runnable whenWritten) {
            return Delivery.REFUSED;
        }

        @Override
        public Delivery sendAudio(
                SessionId session, byte[] packet, Duration position, Runnable whenWritten) {
            return Delivery.REFUSED;
        }

        @Override
        public void ping(SessionId session) {}

        @Override
        public Instant lastSentAt(SessionId session, Instant otherwise) {
            return otherwise;
        }

        @Override
        public void close(SessionId session, CloseCode code) {}

        @Override
        public void abort(SessionId session) {}
    }
}
