package dev.supie.adapter.out.webhook;

import static com.github.tomakehurst.wiremock.client.WireMock.ok;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.supie.application.webhook.port.Attempt;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/// HOOK-1: what a name leads to is checked at each post, on the address that is connected to.
class TargetAddressTest {

    private static final Duration SHORT = Duration.ofMillis(500);
    private static final String PRIVATE =
            "its host is in a private network (meeting.webhook.allow_private)";
    private static final InetAddress LOOPBACK = InetAddress.ofLiteral("127.0.0.1");

    private static Attempt post(int port, boolean allowPrivate, Names names) {
        return webhook(port, allowPrivate, names).post(Notices.of("m1"));
    }

    private static HttpWebhook webhook(int port, boolean allowPrivate, Names names) {
        String url = "http://hooks.example.com:" + port + "/";
        return Receiver.webhook(Receiver.settings(url, allowPrivate), names, SHORT);
    }

    private static String reason(Attempt attempt) {
        return assertInstanceOf(Attempt.Failed.class, attempt).reason();
    }

    private static Names always(String... addresses) {
        InetAddress[] all = new InetAddress[addresses.length];
        for (int i = 0; i < all.length; i++) {
            all[i] = InetAddress.ofLiteral(addresses[i]);
        }
        return _ -> all.clone();
    }

    @Test
    void aNameThatLeadsToThisMachineIsRefusedWithoutAConnection() throws IOException {
        try (RawReceiver receiver = new RawReceiver(RawReceiver::swallow)) {
            assertEquals(PRIVATE, reason(post(receiver.port(), false, always("127.0.0.1"))));
            assertEquals(PRIVATE, reason(post(receiver.port(), false, always("10.0.0.1", "::1"))));
            assertEquals(0, receiver.connections());
        }
    }

    @Test
    void aNameMayLeadToThisMachineIfThatIsAllowed() {
        try (Receiver receiver = new Receiver().answer(ok())) {
            Attempt attempt = post(receiver.port(), true, always("127.0.0.1"));

            assertInstanceOf(Attempt.Accepted.class, attempt);
            assertEquals(
                    "hooks.example.com:" + receiver.port(),
                    receiver.requests().getFirst().getHeader("Host"));
        }
    }

    @Test
    void whatIsNobodysIsRefusedInAnyCase() {
        assertEquals(
                "its host has no address that could be a receiver",
                reason(post(9, true, always("0.0.0.0", "ff02::1", "255.255.255.255"))));
    }

    /// A name that is public when it is checked and private when it is used: there is one lookup,
    /// and its answer is what is connected to.
    @Test
    void aNameThatChangesItsMindIsCheckedEachTime() throws IOException {
        AtomicInteger lookups = new AtomicInteger();
        Names rebinding =
                _ ->
                        new InetAddress[] {
                            lookups.getAndIncrement() % 2 == 0
                                    ? InetAddress.ofLiteral("10.0.0.1")
                                    : LOOPBACK
                        };
        try (RawReceiver receiver = new RawReceiver(RawReceiver::swallow)) {
            HttpWebhook webhook = webhook(receiver.port(), false, rebinding);
            for (int posts = 1; posts <= 4; posts++) {
                assertEquals(PRIVATE, reason(webhook.post(Notices.of("m1"))));
                assertEquals(posts, lookups.get());
            }
            assertEquals(0, receiver.connections());
        }
    }

    @Test
    void theNextAddressIsTriedIfOneDoesNotAnswer() throws IOException {
        RawReceiver.Behaviour take =
                connection -> {
                    connection
                            .getOutputStream()
                            .write("HTTP/1.1 200 OK\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                    RawReceiver.swallow(connection);
                };
        // It listens on the second address only.
        try (RawReceiver receiver = new RawReceiver(take)) {
            Names two = always("127.255.255.254", "127.0.0.1");
            assertInstanceOf(Attempt.Accepted.class, post(receiver.port(), true, two));
        }
    }

    @Test
    void onlyTheFirstFewAddressesAreTried() throws IOException {
        String[] many = new String[Exchange.ADDRESSES_MAX + 1];
        Arrays.setAll(many, index -> "127.255.255." + (250 + index));
        many[Exchange.ADDRESSES_MAX] = "127.0.0.1";
        try (RawReceiver receiver = new RawReceiver(RawReceiver::swallow)) {
            assertEquals(
                    "no connection to its host", reason(post(receiver.port(), true, always(many))));
            assertEquals(0, receiver.connections());
        }
    }

    @Test
    void anUnknownNameIsAFailure() {
        Names nobody =
                host -> {
                    throw new UnknownHostException(host);
                };
        assertEquals("its host name is unknown", reason(post(9, false, nobody)));
    }

    @Test
    void aNameServiceThatHangsIsGivenUpAndThenNotAskedAnyMore() {
        CountDownLatch answer = new CountDownLatch(1);
        AtomicInteger lookups = new AtomicInteger();
        Names hanging =
                _ -> {
                    lookups.incrementAndGet();
                    awaitQuietly(answer);
                    return new InetAddress[] {LOOPBACK};
                };
        HttpWebhook webhook = webhook(9, false, hanging);
        List<String> reasons = new ArrayList<>();
        for (int posts = 0; posts <= NameLookup.LOOKUPS_MAX; posts++) {
            reasons.add(reason(webhook.post(Notices.of("m1"))));
        }

        assertEquals("the name service does not answer", reasons.getLast());
        assertEquals(NameLookup.LOOKUPS_MAX, lookups.get());
        answer.countDown();
        String last = reasons.getLast();
        long deadline = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (!last.equals(PRIVATE) && System.nanoTime() < deadline) {
            last = reason(webhook.post(Notices.of("m1")));
        }
        assertEquals(PRIVATE, last);
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }

    @Test
    void aNameWithoutAddressesIsRefused() {
        assertTrue(reason(post(9, false, always())).contains("private"));
    }
}
