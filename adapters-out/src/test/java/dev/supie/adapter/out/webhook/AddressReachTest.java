package dev.supie.adapter.out.webhook;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.InetAddress;
import java.net.UnknownHostException;

/// HOOK-1: which addresses are private, at the first and last of each range and beside them.
class AddressReachTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.0.0.0",
                "8.8.8.8",
                "9.255.255.255",
                "11.0.0.0",
                "100.63.255.255",
                "100.128.0.0",
                "126.255.255.255",
                "128.0.0.0",
                "168.63.129.15",
                "169.253.255.255",
                "169.255.0.0",
                "172.15.255.255",
                "172.32.0.0",
                "191.255.255.255",
                "192.0.1.0",
                "192.0.3.0",
                "192.88.98.255",
                "192.88.100.0",
                "192.167.255.255",
                "192.169.0.0",
                "198.17.255.255",
                "198.20.0.0",
                "198.51.99.255",
                "203.0.112.255",
                "223.255.255.255",
                "2001:200::",
                "2001:db7:ffff::1",
                "2606:4700::1111",
                "2a00:1450::1",
                "3ffe:ffff::1",
                "3fff:1000::1",
                "::ffff:8.8.8.8",
                "64:ff9b::8.8.8.8",
                "2002:808:808::1",
            })
    void reachedFromEverywhere(String address) {
        assertEquals(AddressReach.PUBLIC, reach(address));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "10.0.0.0",
                "10.255.255.255",
                "100.64.0.0",
                "100.100.100.200",
                "100.127.255.255",
                "127.0.0.0",
                "127.0.0.1",
                "127.255.255.255",
                "168.63.129.16",
                "169.254.0.0",
                "169.254.169.254",
                "169.254.255.255",
                "172.16.0.0",
                "172.31.255.255",
                "192.0.0.0",
                "192.0.0.192",
                "192.0.2.1",
                "192.88.99.1",
                "192.168.0.0",
                "192.168.255.255",
                "198.18.0.0",
                "198.19.255.255",
                "198.51.100.7",
                "203.0.113.7",
                "::1",
                "::2",
                "::ffff:127.0.0.1",
                "::ffff:10.1.2.3",
                "::ffff:169.254.169.254",
                "::127.0.0.1",
                "64:ff9b::127.0.0.1",
                "64:ff9b::a00:1",
                "64:ff9b:1::1",
                "100::1",
                "2001::1",
                "2001:1ff:ffff::1",
                "2001:db8::1",
                "2002:7f00:1::1",
                "2002:a9fe:a9fe::",
                "3fff::1",
                "3fff:fff:ffff::1",
                "4000::1",
                "5f00::1",
                "fc00::",
                "fd00:ec2::254",
                "fdff:ffff::1",
                "fe80::1",
                "febf::1",
                "fec0::1",
                "1fff:ffff::1",
            })
    void privateOrSetAside(String address) {
        assertEquals(AddressReach.PRIVATE, reach(address));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "0.255.255.255",
                "224.0.0.0",
                "239.255.255.255",
                "240.0.0.0",
                "255.255.255.255",
                "::",
                "ff00::",
                "ff02::1",
                "ffff::",
                "::ffff:0.0.0.0",
                "::ffff:224.0.0.1",
                "64:ff9b::ffff:ffff",
                "2002:0:0::1",
            })
    void nobodys(String address) {
        assertEquals(AddressReach.NOWHERE, reach(address));
    }

    @ParameterizedTest
    @CsvSource({
        "PUBLIC, false, true",
        "PUBLIC, true, true",
        "PRIVATE, false, false",
        "PRIVATE, true, true",
        "NOWHERE, false, false",
        "NOWHERE, true, false"
    })
    void whatIsAllowed(AddressReach reach, boolean allowPrivate, boolean allowed) {
        assertEquals(allowed, reach.isAllowed(allowPrivate));
    }

    /// The JDK makes an IPv4 address of a mapped one by itself; whoever builds one from bytes may
    /// not.
    @Test
    void aMappedAddressInSixteenBytes() {
        byte[] mapped = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, -1, -1, 127, 0, 0, 1};
        assertEquals(AddressReach.PRIVATE, AddressReach.of(mapped));
    }

    private static AddressReach reach(String address) {
        try {
            return AddressReach.of(InetAddress.getByName(address));
        } catch (UnknownHostException e) {
            throw new AssertionError(address, e);
        }
    }
}
