package dev.supie.adapter.in.network;

import java.math.BigInteger;
import java.net.InetAddress;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// An address, or all that begin with the same bits (`10.0.0.0/8`).
record AddressBlock(InetAddress first, int prefixBits) {

    private static final Pattern SHAPE = Pattern.compile("([0-9a-fA-F.:]{2,45})(?:/([0-9]{1,3}))?");

    /// @throws IllegalArgumentException if the text is neither
    static AddressBlock of(String text) {
        Matcher matcher = SHAPE.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("is neither an IP address nor a block of them");
        }
        InetAddress first = InetAddress.ofLiteral(matcher.group(1));
        int bits = first.getAddress().length * Byte.SIZE;
        int prefixBits = matcher.group(2) == null ? bits : Integer.parseInt(matcher.group(2));
        if (prefixBits > bits) {
            throw new IllegalArgumentException("has more than " + bits + " bits");
        }
        return new AddressBlock(first, prefixBits);
    }

    boolean contains(InetAddress address) {
        byte[] own = first.getAddress();
        byte[] other = address.getAddress();
        return own.length == other.length && prefix(own).equals(prefix(other));
    }

    private BigInteger prefix(byte[] address) {
        return new BigInteger(1, address).shiftRight(address.length * Byte.SIZE - prefixBits);
    }
}
