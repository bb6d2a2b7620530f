package dev.supie.adapter.in.network;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Which proxies are believed about whom they speak for (`server.trusted_proxies`).
///
/// `X-Forwarded-For` is read from its end, because each proxy adds there whom it saw: as long as
/// the one who says it is trusted, the one before is believed. Whatever a client wrote into the
/// header itself stands before that and is never reached. An entry that is no address ends the
/// reading.
public final class TrustedProxies {

    /// Nobody is believed: the other end of the TCP connection is the client.
    public static final TrustedProxies NONE = new TrustedProxies(List.of());

    /// No chain of proxies is longer.
    private static final int HOPS_MAX = 16;

    private static final Pattern ENTRY =
            Pattern.compile(
                    "\\[([0-9a-fA-F:.]{2,45})](?::[0-9]{1,5})?"
                            + "|([0-9.]{7,15})(?::[0-9]{1,5})?"
                            + "|([0-9a-fA-F:.]{2,45})");

    private final List<AddressBlock> blocks;

    private TrustedProxies(List<AddressBlock> blocks) {
        this.blocks = blocks;
    }

    /// @param blocks addresses or blocks of them, such as `10.0.0.0/8`
    /// @throws IllegalArgumentException if one is neither
    public static TrustedProxies of(List<String> blocks) {
        return new TrustedProxies(blocks.stream().map(AddressBlock::of).toList());
    }

    /// The nearest address that is not a trusted proxy's, or the farthest there is.
    ///
    /// @param forwardedFor all `X-Forwarded-For` headers in their order
    public InetAddress client(InetSocketAddress peer, List<String> forwardedFor) {
        InetAddress client = peer.getAddress();
        String[] chain = String.join(",", forwardedFor).split(",", -1);
        int last = Math.max(0, chain.length - HOPS_MAX);
        for (int i = chain.length - 1; i >= last && isTrusted(client); i--) {
            Optional<InetAddress> before = address(chain[i].strip());
            if (before.isEmpty()) {
                return client;
            }
            client = before.get();
        }
        return client;
    }

    /// Whether the other end of a connection is believed.
    public boolean isTrusted(SocketAddress peer) {
        return peer instanceof InetSocketAddress address
                && !address.isUnresolved()
                && isTrusted(address.getAddress());
    }

    private boolean isTrusted(InetAddress address) {
        return blocks.stream().anyMatch(block -> block.contains(address));
    }

    private static Optional<InetAddress> address(String entry) {
        Matcher matcher = ENTRY.matcher(entry);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(matcher.group(1))
                    .or(() -> Optional.ofNullable(matcher.group(2)))
                    .or(() -> Optional.ofNullable(matcher.group(3)))
                    .map(InetAddress::ofLiteral);
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
