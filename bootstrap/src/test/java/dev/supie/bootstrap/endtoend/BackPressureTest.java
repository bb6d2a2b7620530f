package dev.supie.bootstrap.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.supie.adapter.in.websocket.OutboundLimits;
import dev.supie.application.connection.port.BadgeLink;
import dev.supie.application.connection.port.BadgeMessage;
import dev.supie.application.connection.port.ErrorCode;
import dev.supie.application.connection.port.Rid;
import dev.supie.domain.kernel.SessionId;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/// MSG-7: some badges stop reading while all are told much. That costs them their own connection
/// and nobody else anything; what others notice of it is measured by `benchmarks/backpressure`.
///
/// No feature of this version tells a badge a hundred things a second, so the test sends by itself.
@Timeout(300)
final class BackPressureTest {

    private static final int FAST = 40;
    private static final int STOPPED = 5;

    /// A batch has given its places back just before its messages are told to be written.
    private static final int BATCH = 32;

    /// More than the kernel holds for one connection, in messages.
    private static final int ROUNDS_MAX = 5000;

    private static final String PADDING = " ".repeat(4000);

    /// The real sizes. A queue may be full for a second only, and a write may take longer than
    /// that, so that it is the queue that ends a connection here.
    private static final OutboundLimits LIMITS =
            new OutboundLimits(
                    OutboundLimits.standard().messagesMax(),
                    OutboundLimits.standard().bytesMax(),
                    Duration.ofSeconds(60),
                    Duration.ofSeconds(1),
                    Duration.ofSeconds(2));

    private final List<FastBadge> fast = new ArrayList<>();
    private final List<StoppedBadge> stopped = new ArrayList<>();

    @Test
    void whoStopsReadingIsClosedAsTooSlowAndNobodyElseMissesAnything()
            throws IOException, InterruptedException {
        InstantSource standingStill = InstantSource.fixed(Instant.EPOCH);
        try (LiveBadges badges = new LiveBadges(standingStill, (_, _) -> () -> {}, LIMITS)) {
            connect(badges);
            int sent = sendUntilAllStoppedAreRefused(badges.links());
            sent = sendForLongerThanFullMax(badges, sent);

            for (FastBadge badge : fast) {
                badge.awaitAll(sent);
            }
            for (StoppedBadge badge : stopped) {
                badge.isToldTooSlowInOrder();
            }
            badges.awaitConnections(FAST);
        } finally {
            close();
        }
    }

    private void connect(LiveBadges badges) throws IOException {
        for (int i = 0; i < FAST; i++) {
            fast.add(new FastBadge(new BareSocket(badges.port(), "fast-" + i, 65_536)));
        }
        for (int i = 0; i < STOPPED; i++) {
            BareSocket socket = new BareSocket(badges.port(), "stopped-" + i, 8192);
            stopped.add(new StoppedBadge(socket, LIMITS.messagesMax() + BATCH));
        }
    }

    private int sendUntilAllStoppedAreRefused(BadgeLink link) throws InterruptedException {
        int sent = 0;
        while (!stopped.stream().allMatch(StoppedBadge::wasRefused)) {
            assertTrue(sent < ROUNDS_MAX, "nobody is ever refused");
            round(link, sent);
            sent++;
        }
        return sent;
    }

    /// So long that a badge that does not read has been full for the whole of its time.
    private int sendForLongerThanFullMax(LiveBadges badges, int before)
            throws InterruptedException {
        CountDownLatch over = new CountDownLatch(1);
        Instant end = InstantSource.system().instant().plus(LIMITS.fullMax().multipliedBy(3));
        badges.alarms().at(end, over::countDown);
        int sent = before;
        while (over.getCount() > 0) {
            round(badges.links(), sent);
            sent++;
        }
        return sent;
    }

    private void round(BadgeLink link, int number) throws InterruptedException {
        BadgeMessage message =
                new BadgeMessage.GeneralError(ErrorCode.BUSY, number + ";" + PADDING, Rid.NONE);
        BadgeLink.Prepared prepared = link.prepared(message);
        for (FastBadge badge : fast) {
            badge.awaitRoom();
            assertEquals(BadgeLink.Delivery.QUEUED, prepared.sendTo(badge.session()));
        }
        for (StoppedBadge badge : stopped) {
            badge.send(link, message, number);
        }
    }

    private void close() throws IOException {
        for (FastBadge badge : fast) {
            badge.close();
        }
        for (StoppedBadge badge : stopped) {
            badge.close();
        }
    }

    /// The welcome, which names the session.
    static SessionId welcomed(BareSocket socket) throws IOException {
        BareSocket.Frame.Text welcome =
                assertInstanceOf(BareSocket.Frame.Text.class, socket.next().orElseThrow());
        return new SessionId(Messages.parsed(welcome.text()).getString("session_id"));
    }

    /// The number of one of the test's own messages.
    static Optional<Integer> numberOf(String text) {
        int end = text.indexOf(';');
        int begin = text.lastIndexOf('"', Math.max(0, end)) + 1;
        return end < 0
                ? Optional.empty()
                : Optional.of(Integer.parseInt(text.substring(begin, end)));
    }
}
