package dev.supie.adapter.in.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Which of a machine's addresses badges are told (NET-3).
class LanAddressTest {

    private static Optional<String> best(String... literals) throws UnknownHostException {
        List<InetAddress> candidates = new ArrayList<>();
        for (String literal : literals) {
            candidates.add(InetAddress.getByName(literal));
        }
        return LanAddress.best(candidates).map(InetAddress::getHostAddress);
    }

    @Test
    void privateNetworkIsPreferredToAnyOther() throws UnknownHostException {
        assertEquals(Optional.of("192.168.3.4"), best("203.0.113.7", "192.168.3.4", "10.0.0.1"));
    }

    @Test
    void publicAddressIsBetterThanNone() throws UnknownHostException {
        assertEquals(Optional.of("203.0.113.7"), best("fd00::1", "203.0.113.7"));
    }

    @Test
    void addressesThatNoOtherMachineReachesAreNotTold() throws UnknownHostException {
        assertEquals(
                Optional.empty(), best("127.0.0.1", "0.0.0.0", "169.254.1.1", "224.0.0.1", "::1"));
    }

    @Test
    void detectionAlwaysGivesAnAddressThatFirmwareCanParse() {
        String detected = LanAddress.detect();

        assertTrue(detected.matches("[0-9]+(\\.[0-9]+){3}"), detected);
        assertTrue(!detected.equals("0.0.0.0"), detected);
    }
}
