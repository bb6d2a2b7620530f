package dev.supie.bootstrap.endtoend;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What the server answers to a handshake, byte for byte what a badge would send and nothing else.
///
/// @param lines the answer's head; empty if the connection was closed without one
record RawHandshake(List<String> lines) {

    private static final int ANSWER_MILLIS_MAX = 60_000;

    /// @param target path and query after the one in `deviceUrl`, for instance `?token=a`
    static RawHandshake ask(String deviceUrl, String target, String... headers) throws IOException {
        List<String> request = new ArrayList<>();
        request.add("GET " + URI.create(deviceUrl).getPath() + target + " HTTP/1.1");
        request.add("Host: " + URI.create(deviceUrl).getAuthority());
        request.add("Upgrade: websocket");
        request.add("Connection: Upgrade");
        request.add("Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==");
        request.add("Sec-WebSocket-Version: 13");
        request.addAll(List.of(headers));
        return send(deviceUrl, String.join("\r\n", request) + "\r\n\r\n");
    }

    static RawHandshake send(String url, String bytes) throws IOException {
        URI place = URI.create(url);
        try (Socket socket = new Socket(place.getHost(), place.getPort())) {
            socket.setSoTimeout(ANSWER_MILLIS_MAX);
            socket.getOutputStream().write(bytes.getBytes(ISO_8859_1));
            var answer =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), ISO_8859_1));
            List<String> lines = new ArrayList<>();
            String line = answer.readLine();
            while (line != null && !line.isEmpty()) {
                lines.add(line);
                line = answer.readLine();
            }
            return new RawHandshake(List.copyOf(lines));
        }
    }

    int status() {
        return Integer.parseInt(lines.getFirst().split(" ", 3)[1]);
    }

    Optional<String> header(String name) {
        String start = name.toLowerCase(Locale.ROOT) + ": ";
        return lines.stream()
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(start))
                .map(line -> line.substring(start.length()))
                .findFirst();
    }
}
