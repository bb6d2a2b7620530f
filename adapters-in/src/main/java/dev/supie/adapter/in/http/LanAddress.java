package dev.supie.adapter.in.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramSocket;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Finds the address under which other machines on the network reach this one (NET-3).
public final class LanAddress {

    /// An address that nobody has (RFC 5737): only the routing table is asked, nothing is sent.
    private static final InetSocketAddress SOMEWHERE = new InetSocketAddress("192.0.2.1", 9);

    private static final String LOOPBACK = "127.0.0.1";

    private LanAddress() {}

    /// The IPv4 address from which this machine reaches the outside; without a route, the best of
    /// its interfaces; without a network, loopback.
    public static String detect() {
        return routed().or(() -> best(ofInterfaces()))
                .map(InetAddress::getHostAddress)
                .orElse(LOOPBACK);
    }

    /// Private networks first, because badges are on one.
    static Optional<Inet4Address> best(List<InetAddress> candidates) {
        return candidates.stream()
                .filter(Inet4Address.class::isInstance)
                .map(Inet4Address.class::cast)
                .filter(LanAddress::reachable)
                .min(Comparator.comparing(address -> !address.isSiteLocalAddress()));
    }

    private static Optional<Inet4Address> routed() {
        try (DatagramSocket socket = new DatagramSocket()) {
            socket.connect(SOMEWHERE);
            return best(List.of(socket.getLocalAddress()));
        } catch (IOException | UncheckedIOException _) {
            // No route is a normal state of a machine; the interfaces may still know better.
            return Optional.empty();
        }
    }

    private static List<InetAddress> ofInterfaces() {
        try {
            return NetworkInterface.networkInterfaces()
                    .filter(LanAddress::usable)
                    .flatMap(NetworkInterface::inetAddresses)
                    .toList();
        } catch (IOException _) {
            return List.of();
        }
    }

    private static boolean usable(NetworkInterface network) {
        try {
            return network.isUp() && !network.isLoopback() && !network.isPointToPoint();
        } catch (IOException _) {
            return false;
        }
    }

    private static boolean reachable(InetAddress address) {
        return !address.isAnyLocalAddress()
                && !address.isLoopbackAddress()
                && !address.isLinkLocalAddress()
                && !address.isMulticastAddress();
    }
}
