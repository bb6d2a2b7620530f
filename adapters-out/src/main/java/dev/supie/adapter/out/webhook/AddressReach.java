package dev.supie.adapter.out.webhook;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;

/// How far an address reaches, by the registries of special addresses (RFC 6890 and its
/// successors). An IPv4 address inside an IPv6 one counts as itself.
enum AddressReach {

    /// Anybody's.
    PUBLIC,

    /// Of this machine, this network, a carrier, a cloud's own services, or set aside for something
    /// that a receiver is not.
    PRIVATE,

    /// Of nobody in particular: unspecified, multicast, broadcast, reserved.
    NOWHERE;

    private static final List<AddressRange> NOWHERE_4 =
            ranges("0.0.0.0/8", "224.0.0.0/4", "240.0.0.0/4");

    private static final List<AddressRange> PRIVATE_4 =
            ranges(
                    "10.0.0.0/8",
                    "100.64.0.0/10",
                    "127.0.0.0/8",
                    // A cloud gives away its credentials on this one.
                    "169.254.0.0/16",
                    "172.16.0.0/12",
                    "192.0.0.0/24",
                    "192.0.2.0/24",
                    "192.88.99.0/24",
                    "192.168.0.0/16",
                    "198.18.0.0/15",
                    "198.51.100.0/24",
                    "203.0.113.0/24",
                    // Looks public, but is a cloud's own service on every machine of it.
                    "168.63.129.16/32");

    private static final List<AddressRange> NOWHERE_6 = ranges("::/128", "ff00::/8");

    /// All that was ever handed out lies in the first.
    private static final List<AddressRange> GLOBAL_6 = ranges("2000::/3");

    private static final List<AddressRange> PRIVATE_6 =
            ranges("2001::/23", "2001:db8::/32", "3fff::/20");

    /// With the place of the IPv4 address in them: mapped, compatible, translated, tunnelled.
    private static final List<Embedding> EMBEDDINGS =
            List.of(
                    new Embedding(AddressRange.of("::ffff:0:0/96"), 12),
                    new Embedding(AddressRange.of("64:ff9b::/96"), 12),
                    new Embedding(AddressRange.of("2002::/16"), 2));

    private static final int IPV4_BYTES = 4;

    private record Embedding(AddressRange range, int offset) {}

    static AddressReach of(InetAddress address) {
        return of(address.getAddress());
    }

    /// @param bytes four or sixteen
    static AddressReach of(byte[] bytes) {
        return bytes.length == IPV4_BYTES ? ofIpv4(bytes) : ofIpv6(bytes);
    }

    boolean isAllowed(boolean allowPrivate) {
        return switch (this) {
            case PUBLIC -> true;
            case PRIVATE -> allowPrivate;
            case NOWHERE -> false;
        };
    }

    private static AddressReach ofIpv4(byte[] bytes) {
        if (isIn(NOWHERE_4, bytes)) {
            return NOWHERE;
        }
        return isIn(PRIVATE_4, bytes) ? PRIVATE : PUBLIC;
    }

    private static AddressReach ofIpv6(byte[] bytes) {
        for (Embedding embedding : EMBEDDINGS) {
            if (embedding.range().contains(bytes)) {
                int from = embedding.offset();
                return ofIpv4(Arrays.copyOfRange(bytes, from, from + IPV4_BYTES));
            }
        }
        if (isIn(NOWHERE_6, bytes)) {
            return NOWHERE;
        }
        return isIn(GLOBAL_6, bytes) && !isIn(PRIVATE_6, bytes) ? PUBLIC : PRIVATE;
    }

    private static boolean isIn(List<AddressRange> ranges, byte[] bytes) {
        return ranges.stream().anyMatch(range -> range.contains(bytes));
    }

    private static List<AddressRange> ranges(String... texts) {
        return Arrays.stream(texts).map(AddressRange::of).toList();
    }
}
