package dev.supie.bootstrap.conversation;

import dev.supie.adapter.in.websocket.HandshakeRequest;

import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// What stands behind `! connect`: a path with its query, and after it at most one header.
final class Handshakes {

    private static final InetSocketAddress BADGE_ADDRESS = new InetSocketAddress("10.0.0.7", 50000);

    private Handshakes() {}

    /// @param text `connect /path?query Name: value`
    static HandshakeRequest parse(String text) {
        String[] parts = text.split(" ", 3);
        String[] address = parts[1].split("\\?", 2);
        Map<String, List<String>> query = new LinkedHashMap<>();
        if (address.length == 2) {
            for (String pair : address[1].split("&", -1)) {
                String[] named = pair.split("=", 2);
                query.computeIfAbsent(named[0], _ -> new ArrayList<>())
                        .add(named.length == 2 ? named[1] : "");
            }
        }
        Map<String, List<String>> headers = new LinkedHashMap<>();
        if (parts.length == 3) {
            String[] named = parts[2].split(": ", 2);
            headers.put(named[0].toLowerCase(Locale.ROOT), List.of(named[1]));
        }
        return new HandshakeRequest(address[0], query, headers, BADGE_ADDRESS);
    }
}
