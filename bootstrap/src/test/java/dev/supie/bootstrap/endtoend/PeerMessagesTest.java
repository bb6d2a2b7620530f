package dev.supie.bootstrap.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.supie.adapter.in.websocket.OutboundLimits;
import dev.supie.application.fake.InMemoryPeerStore;
import dev.supie.application.fake.ScriptedTaskBoards;
import dev.supie.application.fixture.PeerBench;
import dev.supie.application.peer.PeerFeature;
import dev.supie.application.peer.PeerTally;
import dev.supie.application.runtime.Workers;
import dev.supie.bootstrap.server.StartException;
import dev.supie.domain.peer.InboxDecider;
import dev.supie.domain.peer.InboxSettings;

import jakarta.json.JsonObject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/// PEER-5 to PEER-9 over real sockets: what has a receipt arrives, whatever happens in between.
@Timeout(120)
final class PeerMessagesTest {

    private static final String LI = "94:a9:90:00:00:01";
    private static final String ZOE = "94:a9:90:00:00:02";
    private static final String GROUP = "peer.allow_group=true";
    private static final int WINDOW = 16;
    private static final int TOO_SLOW = 4008;

    @Test
    void aMessageWaitsForABadgeThatIsAwayAndSurvivesARestart(@TempDir Path folder)
            throws StartException, InterruptedException {
        String epoch;
        try (Site site = Site.open(folder, GROUP)) {
            Badge li = site.badge(LI);
            epoch = PeerTalk.greet(li, true, WINDOW).getString("inbox_epoch");
            JsonObject receipt = PeerTalk.send(li, ZOE, "一");
            assertEquals(ZOE, receipt.getJsonArray("enqueued").getString(0));
            JsonObject offline = li.await(Messages.ofType("peer"));
            assertEquals("TARGET_OFFLINE", offline.getString("code"));
            PeerTalk.send(li, ZOE, "two");
        }
        try (Site site = Site.open(folder, GROUP)) {
            Badge li = site.badge(LI);
            assertTrue(PeerTalk.send(li, ZOE, "two").getBoolean("dup"));
            Badge zoe = site.badge(ZOE);
            assertEquals(epoch, PeerTalk.greet(zoe, true, WINDOW).getString("inbox_epoch"));

            assertEquals(List.of("1/1 一", "2/1 two"), PeerTalk.deliveries(zoe, 2));
            assertEquals(2, zoe.await(PeerTalk::isBacklogEnd).getInt("count"));
            JsonObject told = li.await(heard -> heard.getString("event", "").equals("redelivered"));
            assertEquals(2, told.getInt("count"));
            assertEquals(ZOE, told.getString("to"));
        }
    }

    @Test
    void aTakeoverInTheMiddleOfADeliveryNeitherLosesNorReorders(@TempDir Path folder)
            throws StartException, InterruptedException {
        try (Site site = Site.open(folder, GROUP)) {
            Badge li = site.badge(LI);
            Badge old = site.badge(ZOE);
            PeerTalk.greet(old, true, 2);
            for (String text : List.of("a", "b", "c", "d")) {
                PeerTalk.send(li, ZOE, text);
            }
            assertEquals(List.of("1/1 a", "2/1 b"), PeerTalk.deliveries(old, 2));

            Badge fresh = site.badge(ZOE);
            old.say(PeerTalk.acknowledgement(4));
            JsonObject refused = old.ask(PeerTalk.message(LI, "late"), PeerTalk::isAnswer);
            assertEquals("UNAUTHORIZED", refused.getString("code", "accepted"));
            PeerTalk.greet(fresh, true, WINDOW);

            assertEquals(
                    List.of("1/2 a", "2/2 b", "3/1 c", "4/1 d"), PeerTalk.deliveries(fresh, 4));
            acknowledgeAndWait(fresh, 4);
            assertFalse(old.unasked().stream().anyMatch(PeerTalk::isDelivery));
            assertNothingWaits(site);
        }
    }

    private static void assertNothingWaits(Site site) throws InterruptedException {
        Badge again = site.badge(ZOE);
        PeerTalk.greet(again, true, WINDOW);
        assertEquals(0, again.await(PeerTalk::isBacklogEnd).getInt("count"));
    }

    @Test
    void cableThatIsPulledInTheMiddleCostsNothing(@TempDir Path folder)
            throws StartException, InterruptedException {
        try (Site site = Site.open(folder, GROUP)) {
            Badge li = site.badge(LI);
            Badge zoe = site.badge(ZOE);
            PeerTalk.greet(zoe, true, WINDOW);
            PeerTalk.send(li, ZOE, "a");
            PeerTalk.send(li, ZOE, "b");
            assertEquals(List.of("1/1 a", "2/1 b"), PeerTalk.deliveries(zoe, 2));
            acknowledgeAndWait(zoe, 1);
            zoe.pullTheCable();

            Badge back = site.badge(ZOE);
            PeerTalk.greet(back, true, WINDOW);
            assertEquals(List.of("2/2 b"), PeerTalk.deliveries(back, 1));
            assertEquals(1, back.await(PeerTalk::isBacklogEnd).getInt("count"));
        }
    }

    /// What comes after it is answered after it, so it has been heard then.
    private static void acknowledgeAndWait(Badge badge, long upTo) throws InterruptedException {
        badge.say(PeerTalk.acknowledgement(upTo));
        PeerTalk.greet(badge, true, WINDOW);
    }

    @Test
    void whatHasAReceiptIsThereAfterAKill(@TempDir Path folder)
            throws IOException, InterruptedException {
        String[] settings = {"--set", GROUP};
        try (HttpClient client = HttpClient.newHttpClient()) {
            try (SupieProcess process = SupieProcess.serve(folder, settings).whenReady();
                    Badge li = Badge.connect(client, process.deviceUrl(), LI);
                    Badge zoe = Badge.connect(client, process.deviceUrl(), ZOE)) {
                PeerTalk.greet(zoe, true, WINDOW);
                PeerTalk.send(li, ZOE, "acknowledged");
                assertEquals(List.of("1/1 acknowledged"), PeerTalk.deliveries(zoe, 1));
                acknowledgeAndWait(zoe, 1);
                PeerTalk.send(li, ZOE, "receipted");
                process.kill();
                process.exit();
            }
            try (SupieProcess process = SupieProcess.serve(folder, settings).whenReady();
                    Badge zoe = Badge.connect(client, process.deviceUrl(), ZOE)) {
                PeerTalk.greet(zoe, true, WINDOW);

                List<String> last = PeerTalk.deliveries(zoe, 1);
                zoe.say(PeerTalk.acknowledgement(2));

                // On how many connections it was sent before the kill depends on the machine.
                assertTrue(
                        List.of("2/1 receipted", "2/2 receipted").contains(last.getFirst()),
                        last::toString);
                assertEquals(1, zoe.await(PeerTalk::isBacklogEnd).getInt("count"));
            }
        }
    }

    /// With the real limit, in a time that runs twenty times as fast.
    @Test
    void aBadgeThatDoesNotAcknowledgeIsTooSlowAndLosesNothing() throws InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient();
                QuickTime time = new QuickTime(20);
                LiveBadges badges = carrying(time);
                Badge li = Badge.connect(client, badges.url(), LI);
                Badge slow = Badge.connect(client, badges.url(), ZOE)) {
            PeerTalk.greet(slow, true, WINDOW);
            Instant before = time.instant();
            PeerTalk.send(li, ZOE, "still there");
            assertEquals(List.of("1/1 still there"), PeerTalk.deliveries(slow, 1));

            assertEquals(TOO_SLOW, slow.closed().code());

            Duration after = Duration.between(before, time.instant());
            assertTrue(after.compareTo(InboxDecider.STALL_MAX) >= 0, after::toString);
            try (Badge back = Badge.connect(client, badges.url(), ZOE)) {
                PeerTalk.greet(back, true, WINDOW);
                assertEquals(List.of("1/2 still there"), PeerTalk.deliveries(back, 1));
            }
        }
    }

    private static LiveBadges carrying(QuickTime time) {
        AtomicLong ids = new AtomicLong();
        return new LiveBadges(
                time,
                time,
                OutboundLimits.standard(),
                (links, threads) ->
                        PeerFeature.create(
                                new PeerFeature.Ports(
                                        new InMemoryPeerStore(),
                                        links,
                                        Optional::empty,
                                        new Workers(threads, 1),
                                        threads,
                                        time,
                                        time,
                                        ids::incrementAndGet,
                                        () -> PeerBench.settings(InboxSettings.DEFAULTS),
                                        new ScriptedTaskBoards(),
                                        new PeerTally())));
    }
}
