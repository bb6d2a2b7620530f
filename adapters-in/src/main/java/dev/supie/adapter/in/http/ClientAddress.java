package dev.supie.adapter.in.http;

import dev.supie.adapter.in.network.TrustedProxies;

import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerRequest;

import java.net.InetSocketAddress;
import java.util.List;

/// Whose request it is, for limits and for people: behind a trusted proxy as the proxy says,
/// because all its clients would otherwise share one limit.
record ClientAddress(TrustedProxies proxies) {

    String of(ServerRequest request) {
        if (!(request.remotePeer().address() instanceof InetSocketAddress peer)
                || peer.isUnresolved()) {
            return request.remotePeer().host();
        }
        List<String> forwardedFor = request.headers().all(HeaderNames.X_FORWARDED_FOR, List::of);
        return proxies.client(peer, forwardedFor).getHostAddress();
    }
}
