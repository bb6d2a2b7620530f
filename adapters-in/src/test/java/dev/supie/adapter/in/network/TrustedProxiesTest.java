package dev.supie.adapter.in.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;

/// `server.trusted_proxies`: whose word counts for where a request comes from.
class TrustedProxiesTest {

    private static final TrustedProxies PROXIES =
            TrustedProxies.of(List.of("10.0.0.0/8", "192.168.1.5", "fd00::/8"));

    @ParameterizedTest(name = "{0}: {1} -> {2}")
    @CsvSource({
        "203.0.113.1, '',                             203.0.113.1",
        "203.0.113.1, 198.51.100.9,                   203.0.113.1",
        "10.1.2.3,    '',                             10.1.2.3",
        "10.1.2.3,    198.51.100.9,                   198.51.100.9",
        "10.1.2.3,    '6.6.6.6, 198.51.100.9',        198.51.100.9",
        "10.1.2.3,    '6.6.6.6,198.51.100.9, 10.9.9.9', 198.51.100.9",
        "192.168.1.5, '198.51.100.9',                 198.51.100.9",
        "192.168.1.6, '198.51.100.9',                 192.168.1.6",
        "10.1.2.3,    '10.4.4.4, 10.5.5.5',           10.4.4.4",
        "10.1.2.3,    '198.51.100.9:41000',           198.51.100.9",
        "10.1.2.3,    '[2001:db8::1]:41000',          2001:db8::1",
        "10.1.2.3,    '2001:db8::1',                  2001:db8::1",
        "fd00::1,     '2001:db8::1, fd12::7',         2001:db8::1",
        "10.1.2.3,    '::ffff:198.51.100.9',          198.51.100.9",
        "10.1.2.3,    'unknown',                      10.1.2.3",
        "10.1.2.3,    '198.51.100.9, unknown',        10.1.2.3",
        "10.1.2.3,    '198.51.100.9, ',               10.1.2.3",
        "10.1.2.3,    'evil.example',                 10.1.2.3",
        "10.1.2.3,    '999.1.1.1',                    10.1.2.3",
        "10.1.2.3,    '1.2.3.4\u0000',                10.1.2.3"
    })
    void chainIsBelievedAsFarAsItIsTrusted(String peer, String header, String client) {
        assertEquals(
                InetAddress.ofLiteral(client),
                PROXIES.client(socket(peer), header.isEmpty() ? List.of() : List.of(header)));
    }

    @Test
    void severalHeadersAreOneChain() {
        assertEquals(
                InetAddress.ofLiteral("198.51.100.9"),
                PROXIES.client(socket("10.1.2.3"), List.of("6.6.6.6, 198.51.100.9", "10.9.9.9")));
    }

    @Test
    void withoutTrustedProxiesTheHeaderSaysNothing() {
        assertEquals(
                InetAddress.ofLiteral("10.1.2.3"),
                TrustedProxies.NONE.client(socket("10.1.2.3"), List.of("198.51.100.9")));
    }

    @Test
    void noMoreThanSixteenHopsAreRead() {
        String chain = "198.51.100.9" + ", 10.0.0.1".repeat(16);
        assertEquals(
                InetAddress.ofLiteral("10.0.0.1"),
                PROXIES.client(socket("10.1.2.3"), List.of(chain)));
    }

    @ParameterizedTest
    @CsvSource({
        "10.0.0.0/8,    10.255.0.1,  true",
        "10.0.0.0/8,    11.0.0.0,    false",
        "10.0.0.0/31,   10.0.0.1,    true",
        "10.0.0.0/31,   10.0.0.2,    false",
        "0.0.0.0/0,     203.0.113.1, true",
        "0.0.0.0/0,     2001:db8::1, false",
        "10.0.0.1,      10.0.0.1,    true",
        "10.0.0.1,      10.0.0.2,    false",
        "2001:db8::/32, 2001:db8:ffff::1, true",
        "2001:db8::/32, 2001:db9::1, false"
    })
    void blockHoldsWhatBeginsLikeIt(String block, String address, boolean inside) {
        assertEquals(inside, AddressBlock.of(block).contains(InetAddress.ofLiteral(address)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "proxy.example",
                "10.0.0.0/33",
                "10.0.0.0/",
                "10.0.0.0/-1",
                "::/129",
                "10.0.0.256",
                "10.0.0.0/8/8",
                "http://10.0.0.1",
                "*"
            })
    void whatIsNoBlockIsRefused(String text) {
        assertThrows(IllegalArgumentException.class, () -> TrustedProxies.of(List.of(text)));
    }

    private static InetSocketAddress socket(String address) {
        return new InetSocketAddress(InetAddress.ofLiteral(address), 50_000);
    }
}
