package dev.supie.adapter.out.webhook;

import java.util.Arrays;
import java.util.regex.Pattern;

/// All addresses of one length that begin with the same bits.
final class AddressRange {

    private static final int BYTE_BITS = 8;
    private static final int IPV6_BYTES = 16;
    private static final Pattern COLON = Pattern.compile(":");
    private static final Pattern DOT = Pattern.compile("\\.");

    private final byte[] network;
    private final int bits;

    private AddressRange(byte[] network, int bits) {
        this.network = network;
        this.bits = bits;
    }

    /// @param text such as `10.0.0.0/8`, or `fe80::/10` with at most one `::`, at its end or start
    static AddressRange of(String text) {
        int slash = text.indexOf('/');
        String address = text.substring(0, slash);
        int bits = Integer.parseInt(text.substring(slash + 1));
        // Not the JDK's parser: it would turn a mapped IPv6 address into an IPv4 one.
        byte[] network = address.contains(":") ? ipv6(address) : ipv4(address);
        return new AddressRange(network, bits);
    }

    private static byte[] ipv4(String address) {
        String[] parts = DOT.split(address, -1);
        byte[] bytes = new byte[parts.length];
        for (int i = 0; i < parts.length; i++) {
            bytes[i] = (byte) Integer.parseInt(parts[i]);
        }
        return bytes;
    }

    private static byte[] ipv6(String address) {
        int gap = address.indexOf("::");
        byte[] head = groups(address.substring(0, gap));
        byte[] tail = groups(address.substring(gap + 2));
        byte[] bytes = Arrays.copyOf(head, IPV6_BYTES);
        System.arraycopy(tail, 0, bytes, IPV6_BYTES - tail.length, tail.length);
        return bytes;
    }

    private static byte[] groups(String text) {
        if (text.isEmpty()) {
            return new byte[0];
        }
        String[] groups = COLON.split(text, -1);
        byte[] bytes = new byte[2 * groups.length];
        for (int i = 0; i < groups.length; i++) {
            int group = Integer.parseInt(groups[i], 16);
            bytes[2 * i] = (byte) (group >> BYTE_BITS);
            bytes[2 * i + 1] = (byte) group;
        }
        return bytes;
    }

    boolean contains(byte[] address) {
        if (address.length != network.length) {
            return false;
        }
        for (int bit = 0; bit < bits; bit++) {
            int mask = 1 << (BYTE_BITS - 1 - bit % BYTE_BITS);
            if (((address[bit / BYTE_BITS] ^ network[bit / BYTE_BITS]) & mask) != 0) {
                return false;
            }
        }
        return true;
    }
}
