package dev.supie.application.peer;

import static dev.supie.application.fixture.PeerBench.ACKS;
import static dev.supie.application.fixture.PeerBench.request;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.supie.application.fixture.PeerBench;
import dev.supie.application.runtime.RecordedLog;
import dev.supie.domain.kernel.SessionId;
import dev.supie.domain.peer.MessageId;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.logging.LogRecord;

/// PEER-10: every message that is a task comes onto boards once, whatever fails meanwhile.
class TaskHandoverTest {

    private static final String REFUSAL = "group a has too many open tasks";
    private static final String TASK = "please send the report";

    private final RecordedLog log = new RecordedLog("dev.supie.application.peer");
    private final PeerBench bench = new PeerBench().handingOver().start();
    private SessionId li = bench.connect("li", ACKS);

    @AfterEach
    void close() {
        log.close();
    }

    private List<MessageId> stored() {
        return bench.store.messages().stream().map(sent -> sent.message().id()).toList();
    }

    private void assertAllWritten(int count) {
        assertAll(
                () -> assertEquals(count, stored().size()),
                () -> assertEquals(stored(), bench.boards.written()),
                () -> assertEquals(List.of(), bench.store.handovers(100)),
                () -> assertEquals(count, bench.tally.tasks().written()));
    }

    @Test
    void aTaskGoesOntoBoardsAlsoForABadgeThatIsAway() {
        SessionId me = bench.connect("me", ACKS);
        bench.send("li", li, request(TASK, "me", "zoe"));

        assertAllWritten(1);
        assertEquals(List.of(TASK), bench.texts(me));
        assertEquals(1, bench.boards.asked().size());
    }

    @Test
    void whatIsNoTaskDoesNot() {
        bench.send("li", li, request("nice weather", "me"));

        assertEquals(List.of(), bench.boards.asked());
        assertEquals(List.of(), bench.store.handovers(100));
    }

    @Test
    void unlessItIsWantedNothingDoes() {
        PeerBench plain = new PeerBench().start();
        plain.send("li", plain.connect("li", ACKS), request(TASK, "me"));

        assertEquals(List.of(), plain.boards.asked());
        assertEquals(List.of(), plain.store.handovers(100));
    }

    @Test
    void aRepeatedMessageIsOneTask() {
        bench.send("li", li, PeerBench.marked("m1", TASK, "me"));
        bench.send("li", li, PeerBench.marked("m1", TASK, "me"));

        assertAllWritten(1);
    }

    @Test
    void aProcessThatWasKilledBeforeTheTaskWasWrittenWritesItLater() {
        bench.boards.loseNext();
        bench.send("li", li, request(TASK, "me"));
        assertEquals(List.of(), bench.boards.written());

        bench.start();
        bench.threads.runAll();

        assertAllWritten(1);
    }

    @Test
    void aProcessThatWasKilledBeforeTheTaskWasCrossedOffWritesItOnce() {
        bench.boards.failNextAfter();
        bench.send("li", li, request(TASK, "me"));
        assertEquals(1, bench.store.handovers(100).size());

        bench.start();
        bench.threads.runAll();

        assertAllWritten(1);
        assertEquals(2, bench.boards.asked().size());
    }

    @Test
    void whileBoardsAreAwayTasksWaitInTheirOrder() {
        bench.boards.loseNext().loseNext().loseNext();
        for (int number = 0; number < 3; number++) {
            bench.send("li", li, request(TASK + number, "me"));
        }
        assertEquals(List.of(), bench.boards.written());

        bench.pass(Duration.ofSeconds(10));

        assertAllWritten(3);
    }

    @Test
    void aStoreThatIsAwayIsAskedAgain() {
        bench.send("li", li, request(TASK, "me"));
        bench.boards.loseNext();
        bench.send("li", li, request(TASK, "zoe"));
        bench.store.failReads(3);

        bench.pass(Duration.ofSeconds(60));

        assertAllWritten(2);
    }

    @Test
    void moreThanOneLookCanSeeAreAllWritten() {
        int count = TaskHandover.LOOK_MAX + 3;
        for (int number = 0; number < count; number++) {
            bench.boards.loseNext();
            bench.time.jump(Duration.ofMillis(200));
            bench.send("li", li, request(TASK, "b" + number));
        }
        assertEquals(List.of(), bench.boards.written());

        bench.pass(Duration.ofSeconds(60));

        assertAllWritten(count);
    }

    @Test
    void whatBoardsRefuseIsGivenUpAndSaid() {
        bench.boards.refuseNext(REFUSAL);
        bench.send("li", li, request(TASK, "me"));
        bench.send("li", li, request(TASK, "zoe"));

        assertAll(
                () -> assertEquals(1, bench.boards.written().size()),
                () -> assertEquals(1, bench.tally.tasks().refused()),
                () -> assertEquals(List.of(), bench.store.handovers(100)),
                () ->
                        assertTrue(
                                log.records().stream()
                                        .map(LogRecord::getParameters)
                                        .filter(Objects::nonNull)
                                        .anyMatch(words -> List.of(words).contains(REFUSAL))));
    }

    @Test
    void aBugStopsNoOtherTask() {
        bench.boards.breakNext();
        bench.send("li", li, request(TASK, "me"));
        bench.send("li", li, request(TASK, "zoe"));

        assertEquals(1, bench.boards.written().size());
        assertEquals(List.of(), bench.store.handovers(100));
    }

    @Test
    void aMessageThatWasNotStoredIsNoTask() {
        bench.store.failSavesBefore(1);
        bench.send("li", li, request(TASK, "me"));
        assertEquals(List.of(), bench.boards.asked());

        bench.pass(Duration.ofSeconds(2));
        li = bench.connect("li", ACKS);
        bench.send("li", li, request(TASK, "me"));

        assertAllWritten(1);
    }
}
