package dev.supie.application.administration;

import static dev.supie.application.fixture.PeerBench.ACKS;
import static dev.supie.application.fixture.PeerBench.request;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.supie.application.administration.Administration.Attendee;
import dev.supie.application.connection.Connections.Admission;
import dev.supie.application.fixture.Bench;
import dev.supie.application.fixture.PeerBench;
import dev.supie.application.meeting.RunningMeeting;
import dev.supie.application.meeting.port.StoreException;
import dev.supie.domain.connection.CloseCode;
import dev.supie.domain.connection.Mode;
import dev.supie.domain.kernel.DeviceId;
import dev.supie.domain.kernel.SessionId;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// What an administrator sees and does.
class AdministrationTest {

    private static final DeviceId A = new DeviceId("a");
    private static final DeviceId B = new DeviceId("b");

    private final Bench bench = new Bench().start();
    private final PeerBench post = new PeerBench().start();
    private final Administration administration =
            AdministrationFeature.create(bench.connections(), bench.meetings(), post.peers());

    @Test
    void aBadgeIsShownWithWhatItDoesAndWhenItWasHeard() {
        SessionId session = bench.connect("a");
        bench.connect("b");
        bench.pass(Duration.ofSeconds(7));
        bench.startMeeting(session);
        bench.say(session, "hello");

        List<Attendee> present = administration.present();

        assertEquals(List.of(A, B), present.stream().map(one -> one.badge().device()).toList());
        Attendee talking = present.getFirst();
        assertEquals(Mode.MEETING, talking.badge().mode());
        assertEquals("127.0.0.1", talking.badge().address());
        assertEquals(Bench.START, talking.badge().since());
        assertEquals(Bench.START.plusSeconds(7), talking.badge().heardAt());
        assertEquals("meeting-1", talking.meeting().orElseThrow().id().value());
        assertEquals(Optional.empty(), present.getLast().meeting());
    }

    @Test
    void whoHasGoneIsNotShown() {
        SessionId session = bench.connect("a");
        bench.disconnect(session);
        assertEquals(List.of(), administration.present());
    }

    @Test
    void aMeetingIsShownWithItsGuestsUntilItsMinutesAreWritten() {
        Bench slow = new Bench().summarisingOn(_ -> {}).start();
        Administration seeing =
                AdministrationFeature.create(slow.connections(), slow.meetings(), post.peers());
        SessionId owner = slow.connect("a");
        SessionId guest = slow.connect("b");
        slow.join(guest, slow.invite(owner));
        slow.say(owner, "hello");

        RunningMeeting running = seeing.meetings().getFirst();
        assertEquals(A, running.owner());
        assertEquals(List.of(B), running.guests());
        assertEquals(Bench.START, running.startedAt());
        assertFalse(running.finalizing());

        slow.finish(owner);
        assertEquals(
                List.of(true), seeing.meetings().stream().map(RunningMeeting::finalizing).toList());
        slow.pass(Duration.ofHours(1));
        assertEquals(List.of(), seeing.meetings());
    }

    @Test
    void aBadgeThatIsSentAwayMayComeBack() {
        SessionId session = bench.connect("a");
        SessionId other = bench.connect("b");

        assertEquals(1, administration.kick(A));

        assertEquals(Optional.of(CloseCode.KICKED), bench.link.closedWith(session));
        assertEquals(Optional.empty(), bench.link.closedWith(other));
        bench.disconnect(session);
        assertInstanceOf(Admission.Admitted.class, bench.connections().admit(A));
    }

    @Test
    void aBadgeThatIsNotThereCannotBeSentAway() {
        assertEquals(0, administration.kick(A));
    }

    @Test
    void queuesAreShown() {
        SessionId li = post.connect("li", ACKS);
        post.send("li", li, request("one", "me"));
        post.send("li", li, request("two", "me"));

        assertEquals(2, administration.queues(10).getFirst().messages());
    }

    @Test
    void aStoreThatCannotBeReadIsAFailure() {
        post.store.failReads(1);
        assertThrows(StoreException.class, () -> administration.queues(10));
    }
}
