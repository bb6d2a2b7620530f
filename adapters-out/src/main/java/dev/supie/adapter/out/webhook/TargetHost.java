package dev.supie.adapter.out.webhook;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/// What can be said against a host before anything is looked up. It only tells an operator early:
/// what counts is the address that is really connected to ([AddressReach]).
public final class TargetHost {

    private static final String LOCAL = "localhost";

    private TargetHost() {}

    /// Why nothing would ever be posted to this host of a URL; empty if that is not known.
    public static Optional<String> objection(String host, boolean allowPrivate) {
        return readings(withoutBrackets(host).toLowerCase(Locale.ROOT))
                .filter(reach -> !reach.isAllowed(allowPrivate))
                .findFirst()
                .map(
                        reach ->
                                switch (reach) {
                                    case PUBLIC -> "is public";
                                    case PRIVATE -> "is a private or local address";
                                    case NOWHERE -> "is an address that nobody can have";
                                });
    }

    static String withoutBrackets(String host) {
        return host.startsWith("[") && host.endsWith("]")
                ? host.substring(1, host.length() - 1)
                : host;
    }

    /// Also as programs of old read an address: octal, hexadecimal, one number for all. Such a host
    /// means one thing to whoever wrote it and another to us.
    private static Stream<AddressReach> readings(String host) {
        if (host.equals(LOCAL) || host.endsWith("." + LOCAL)) {
            return Stream.of(AddressReach.PRIVATE);
        }
        return Stream.of(
                        read(host, InetAddress::ofLiteral),
                        read(host, Inet4Address::ofPosixLiteral))
                .flatMap(Optional::stream)
                .map(AddressReach::of);
    }

    private static Optional<InetAddress> read(String host, Function<String, InetAddress> reader) {
        try {
            return Optional.of(reader.apply(host));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
