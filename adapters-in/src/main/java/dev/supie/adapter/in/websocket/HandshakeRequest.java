package dev.supie.adapter.in.websocket;

import java.net.SocketAddress;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A well-formed request for a WebSocket (RFC 6455 §4.2.1), not yet decided upon.
///
/// @param path decoded, without the query
/// @param query names and values as they stand in the request, still percent-encoded, in the order
///   in which the names first appear; a parameter without `=` has the value `""`
/// @param headers values by lower-case name
/// @param remoteAddress the other end of the TCP connection, which may be a proxy
public record HandshakeRequest(
        String path,
        Map<String, List<String>> query,
        Map<String, List<String>> headers,
        SocketAddress remoteAddress) {

    public HandshakeRequest {
        query = inOrder(query);
        headers = inOrder(headers);
    }

    /// Leaves query and headers out: they carry credentials, and requests get logged (HS-2).
    @Override
    public String toString() {
        return "HandshakeRequest[path=" + path + ", remoteAddress=" + remoteAddress + "]";
    }

    private static Map<String, List<String>> inOrder(Map<String, List<String>> map) {
        Map<String, List<String>> copy = new LinkedHashMap<>();
        map.forEach((name, values) -> copy.put(name, List.copyOf(values)));
        return Collections.unmodifiableMap(copy);
    }
}
