package dev.supie.adapter.in.websocket;

import io.helidon.http.Headers;
import io.helidon.http.HttpPrologue;
import io.helidon.webserver.ConnectionContext;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Puts Helidon's request into the words of a [HandshakeRequest].
final class HandshakeReader {

    private HandshakeReader() {}

    static HandshakeRequest read(
            ConnectionContext context, HttpPrologue prologue, Headers headers) {
        return new HandshakeRequest(
                prologue.uriPath().path(),
                query(prologue.query().rawValue()),
                byLowerCaseName(headers),
                context.remotePeer().address());
    }

    static Map<String, List<String>> query(String raw) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        for (String parameter : raw.split("&", -1)) {
            if (!parameter.isEmpty()) {
                int equals = parameter.indexOf('=');
                String name = equals < 0 ? parameter : parameter.substring(0, equals);
                String value = equals < 0 ? "" : parameter.substring(equals + 1);
                values.computeIfAbsent(name, _ -> new ArrayList<>()).add(value);
            }
        }
        return values;
    }

    static Map<String, List<String>> byLowerCaseName(Headers headers) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        headers.forEach(header -> values.put(header.headerName().lowerCase(), header.allValues()));
        return values;
    }
}
