package dev.supie.application.meeting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.supie.application.connection.BadgeRequest;
import dev.supie.application.connection.port.BadgeMessage.FinalizeAck;
import dev.supie.application.connection.port.BadgeMessage.MeetingSummary;
import dev.supie.application.connection.port.Rid;
import dev.supie.application.fixture.Bench;
import dev.supie.domain.kernel.SessionId;
import dev.supie.domain.meeting.Quality;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;

/// MTG-6 to MTG-8 when a whole company's meetings end with the hour.
class ManyMeetingsTest {

    private static final int MEETINGS = 100;
    private static final int WORKERS = 4;
    private static final Duration MODEL = Duration.ofSeconds(5);

    private final Model model = new Model();
    private final Bench bench = new Bench().summarisingOn(model);

    /// Threads of work that each take as long as the model does.
    private static final class Model implements Executor {

        private final ArrayDeque<Runnable> running = new ArrayDeque<>();
        private int mostAtOnce;

        @Override
        public void execute(Runnable work) {
            running.addLast(work);
            mostAtOnce = Math.max(mostAtOnce, running.size());
        }

        /// What was running until now is done.
        void finish() {
            List<Runnable> done = new ArrayList<>(running);
            running.clear();
            done.forEach(Runnable::run);
        }
    }

    @Test
    void ofAHundredThatEndAtOnceEachGetsItsMinutesFromTheModel() {
        bench.start();
        List<SessionId> badges = new ArrayList<>();
        for (int number = 0; number < MEETINGS; number++) {
            SessionId badge = bench.connect("badge-" + number);
            bench.startMeeting(badge);
            bench.say(badge, "what was said at table " + number);
            bench.link.take(badge);
            badges.add(badge);
        }

        badges.forEach(
                badge ->
                        bench.connections()
                                .receive(badge, new BadgeRequest.FinalizeMeeting(Rid.NONE)));
        bench.threads.runAll();

        badges.forEach(
                badge -> assertEquals(1, bench.link.sentTo(badge, FinalizeAck.class).size()));
        int rounds = 0;
        while (!model.running.isEmpty()) {
            bench.pass(MODEL);
            model.finish();
            bench.threads.runAll();
            rounds++;
            assertTrue(rounds <= MEETINGS, "it never ends");
        }
        assertEquals(WORKERS, model.mostAtOnce);
        assertEquals(MEETINGS / WORKERS, rounds);
        assertEquals(MEETINGS, bench.model.requests().size());
        for (int number = 0; number < MEETINGS; number++) {
            assertMinutes(badges.get(number), "what was said at table " + number);
        }
    }

    private void assertMinutes(SessionId badge, String said) {
        List<MeetingSummary> summaries = bench.link.sentTo(badge, MeetingSummary.class);
        assertEquals(1, summaries.size());
        assertEquals(new Quality.Full(), summaries.getFirst().summary().quality());
        assertEquals(List.of(said), summaries.getFirst().summary().minutes().bullets());
    }
}
