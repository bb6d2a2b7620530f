package dev.supie.application.connection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.supie.application.connection.Connections.Admission;
import dev.supie.application.fixture.Bench;
import dev.supie.domain.connection.CloseCode;
import dev.supie.domain.kernel.DeviceId;
import dev.supie.domain.kernel.SessionId;

import org.junit.jupiter.api.Test;

import java.util.Optional;
import java.util.concurrent.Future;

/// Who is let in, and who is no longer once the server drains (CON-6).
class AdmissionTest {

    private final Bench bench = new Bench().withRoomFor(3).start();

    private Admission admit(String device) {
        return bench.connections().admit(new DeviceId(device));
    }

    private SessionId admitted(String device) {
        return assertInstanceOf(Admission.Admitted.class, admit(device)).session();
    }

    @Test
    void asManyAsThereIsRoomForAreAdmittedAndOneMoreIsNot() {
        admitted("a");
        admitted("b");
        admitted("c");

        assertEquals(new Admission.Full(), admit("d"));
        assertEquals(3, bench.connections().count());
    }

    @Test
    void aPlaceIsFreeAgainWhenTheConnectionHasEnded() {
        SessionId first = bench.connect("a");
        bench.connect("b");
        bench.connect("c");
        assertEquals(new Admission.Full(), admit("d"));

        bench.disconnect(first);

        admitted("d");
        assertEquals(new Admission.Full(), admit("e"));
    }

    @Test
    void aPlaceThatWasNeverOpenedIsFreedByClosing() {
        SessionId never = admitted("a");
        assertEquals(1, bench.connections().count());

        bench.connections().closed(never);
        bench.connections().closed(never);

        assertEquals(0, bench.connections().count());
        admitted("b");
        admitted("c");
        admitted("d");
        assertEquals(new Admission.Full(), admit("e"));
    }

    @Test
    void aSessionOpenedAfterItsCloseIsNothing() {
        SessionId session = admitted("a");
        bench.connections().closed(session);

        bench.connections().opened(session, "127.0.0.1");

        bench.threads.runAll();
        assertEquals(0, bench.connections().count());
        assertEquals(0, bench.time.alarms());
    }

    @Test
    void drainingClosesEveryoneWith1001AndLetsNobodyIn() {
        SessionId one = bench.connect("a");
        SessionId two = bench.connect("b");

        Future<?> drained = bench.connections().drain();

        assertEquals(Optional.of(CloseCode.SHUTTING_DOWN), bench.link.closedWith(one));
        assertEquals(Optional.of(CloseCode.SHUTTING_DOWN), bench.link.closedWith(two));
        assertEquals(new Admission.Draining(), admit("c"));
        assertEquals(2, bench.connections().count());
        bench.disconnect(one);
        assertFalse(drained.isDone());
        bench.disconnect(two);
        assertTrue(drained.isDone());
        assertEquals(0, bench.connections().count());
        assertEquals(0, bench.time.alarms());
    }

    @Test
    void whoeverWasAdmittedBeforeDrainingAndOpensAfterwardsIsClosedToo() {
        SessionId late = admitted("a");
        Future<?> drained = bench.connections().drain();
        bench.link.connect(late);

        bench.connections().opened(late, "127.0.0.1");

        bench.threads.runAll();
        assertEquals(Optional.of(CloseCode.SHUTTING_DOWN), bench.link.closedWith(late));
        assertFalse(drained.isDone());
        bench.disconnect(late);
        assertTrue(drained.isDone());
    }

    @Test
    void dismissingClosesEveryConnectionOfABadgeWith4003AndNoOther() {
        SessionId one = bench.connect("a");
        SessionId other = bench.connect("b");

        bench.connections().dismiss(new DeviceId("a"));

        assertEquals(Optional.of(CloseCode.UNAUTHORISED), bench.link.closedWith(one));
        assertEquals(Optional.empty(), bench.link.closedWith(other));
        bench.disconnect(one);
        assertInstanceOf(Admission.Admitted.class, admit("a"));
    }

    @Test
    void whoeverWasAdmittedBeforeBeingDismissedAndOpensAfterwardsIsClosedToo() {
        SessionId late = admitted("a");
        bench.connections().dismiss(new DeviceId("a"));
        bench.link.connect(late);

        bench.connections().opened(late, "127.0.0.1");

        assertEquals(Optional.of(CloseCode.UNAUTHORISED), bench.link.closedWith(late));
    }
}
