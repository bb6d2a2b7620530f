package dev.supie.application.connection;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.supie.application.connection.BadgeRequest.Activity.Kind;
import dev.supie.application.connection.Connections.Receipt;
import dev.supie.application.connection.port.Rid;
import dev.supie.application.fixture.Bench;
import dev.supie.application.runtime.Lane;
import dev.supie.domain.kernel.SessionId;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

/// OBS-1: whoever measures how long a badge waits for its answer is told when that is on its way.
class HandledTest {

    private final Bench bench = new Bench().start();
    private final SessionId badge = bench.connect(Asking.DEVICE);

    /// How many messages the badge had been sent whenever a request had been handled.
    private final List<Integer> sent = new ArrayList<>();

    private Receipt ask(BadgeRequest request) {
        return bench.connections().receive(badge, request, new Watch());
    }

    private final class Watch implements Connections.Progress {

        @Override
        public void begins() {}

        @Override
        public void ended(boolean well) {
            sent.add(bench.link.sentTo(badge).size());
        }
    }

    @Test
    void itIsToldAfterTheAnswerIsQueued() {
        int before = bench.link.sentTo(badge).size();

        ask(new BadgeRequest.SubscribeStats(Rid.NONE));
        assertEquals(List.of(), sent);
        bench.threads.runAll();

        assertEquals(List.of(before + 1), sent);
    }

    @Test
    void itIsToldInTheOrderOfTheRequests() {
        int before = bench.link.sentTo(badge).size();

        ask(Asking.hello());
        ask(Asking.hello());
        bench.threads.runAll();

        assertEquals(List.of(before + 1, before + 2), sent);
    }

    @Test
    void nobodyIsToldOfWhatWasNotTaken() {
        for (int i = 0; i < Lane.WAITING_MAX; i++) {
            bench.connections().receive(badge, Asking.seen(Kind.MESSAGE));
        }
        assertEquals(Receipt.BUSY, ask(Asking.hello()));
        bench.disconnect(badge);
        assertEquals(Receipt.GONE, ask(Asking.hello()));
        bench.threads.runAll();

        assertEquals(List.of(), sent);
    }

    @Test
    void nobodyIsToldOfListening() {
        ask(new BadgeRequest.Detected("hello", Rid.NONE));
        ask(new BadgeRequest.StopListening(Rid.NONE));
        bench.threads.runAll();

        assertEquals(List.of(), sent);
    }
}
