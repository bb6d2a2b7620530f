package dev.supie.bootstrap.endtoend;

import java.util.stream.Stream;

/// The table of [HostileRequestsTest]: HTTP requests that no honest client would send, and the
/// status of every answer to them, in order. In the requests `|` stands for a line end.
final class HostileRequests {

    private static final String HEAD = "POST /supie/ota/ HTTP/1.1|Host: a|Device-Id: x|";
    private static final String CHUNKED = HEAD + "Transfer-Encoding: chunked||";
    private static final String SECOND = "GET /supie/ota/ HTTP/1.1|Host: a|Connection: close||";
    private static final String UPGRADE =
            "Connection: Upgrade|Upgrade: websocket|Sec-WebSocket-Version: 13|"
                    + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==|";
    private static final String BADGE = "/supie/v1/?device-id=b";

    private HostileRequests() {}

    /// @param statuses of all answers; the connection ends with the last
    record Case(String name, String request, String statuses) {

        @Override
        public String toString() {
            return name;
        }
    }

    /// Where a body ends (RFC 9112 §6): what follows it must never be read as a request of its own
    /// unless its place is beyond doubt.
    static Stream<Case> bodies() {
        return Stream.of(
                body(
                        "length and coding",
                        "Content-Length: 5|Transfer-Encoding: chunked||0||",
                        "400"),
                body("unknown coding", "Transfer-Encoding: xchunked||", "501"),
                body("list of codings", "Transfer-Encoding: gzip, chunked||0||", "501"),
                body("two codings", "Transfer-Encoding: chunked|Transfer-Encoding: x||0||", "501"),
                body("identity", "Transfer-Encoding: identity||", "501"),
                body("coding in capitals", "Transfer-Encoding: CHUNKED||0||", "200 200"),
                body("coding behind a tab", "Transfer-Encoding:\tchunked||0||", "200 200"),
                body("coding with a blank in its name", "Transfer-Encoding : chunked||0||", "400"),
                body("two lengths", "Content-Length: 0|Content-Length: 2||{}", "400"),
                body("the same length twice", "Content-Length: 2|Content-Length: 2||{}", "400"),
                body("list of lengths", "Content-Length: 2, 2||{}", "400"),
                body("length with a plus", "Content-Length: +2||{}", "400"),
                body("negative length", "Content-Length: -1||2|{}|0||", "400"),
                body("length in hexadecimal", "Content-Length: 0x2||{}", "400"),
                body("empty length", "Content-Length:||", "400"),
                body("length over all numbers", "Content-Length: 99999999999999999999||", "400"),
                body("length over the limit", "Content-Length: 4194305||", "413"),
                body("length within the limit", "Content-Length: 2||{}", "200 200"),
                chunks("extension of a chunk", "2;a=b|{}|0||", "400"),
                chunks("negative chunk", "-2|{}|0||", "400"),
                chunks("chunk over all numbers", "100000002|{}|0||", "400"),
                chunks("chunk over the limit", "7fffffff|{}|0||", "413"),
                chunks("chunk without a size", "|{}|0||", "400"),
                chunks("trailers", "0|X: y||", "400"),
                chunks("whole body", "2|{}|0||", "200 200"),
                body("compressed body", "Content-Length: 2|Content-Encoding: gzip||{}", "400"));
    }

    static Stream<Case> heads() {
        return Stream.of(
                get("no host", "GET /supie/ota/ HTTP/1.1||", "400"),
                get("two hosts", "GET /supie/ota/ HTTP/1.1|Host: a|Host: b||", "400"),
                get("empty host", "GET /supie/ota/ HTTP/1.1|Host:||", "400"),
                get("host with blanks", "GET /supie/ota/ HTTP/1.1|Host: a b||", "400"),
                get("host with a bad port", "GET /supie/ota/ HTTP/1.1|Host: a:b||", "400"),
                get("HTTP/1.0", "GET /supie/ota/ HTTP/1.0|Host: a||", "505"),
                get("HTTP/1.2", "GET /supie/ota/ HTTP/1.2|Host: a||", "400"),
                get("HTTP/2 preface", "PRI * HTTP/2.0||SM||", "400"),
                get("no version", "GET /supie/ota/|Host: a||", "400"),
                get("lone line feeds", "GET /supie/ota/ HTTP/1.1\nHost: a\n\n", "400"),
                get("lone carriage return", head("X: a\rb"), "400"),
                get("null in a header", head("X: a\0b"), "400"),
                get("control in a name", head("X\u0001: y"), "400"),
                get("header without a colon", head("Xyz"), "400"),
                get("header without a name", head(": y"), "400"),
                get("folded header", head("X: a| b"), "400"),
                get("longest header", head("X: " + "a".repeat(17_000)), "400"),
                get("endless headers", head("X: y|".repeat(5_000)), "400"),
                get("101 headers", head("X: y|".repeat(100)), "431"),
                get("99 headers", head("X: y|".repeat(97) + "Connection: close"), "200"),
                get("longest line", "GET /" + "a".repeat(17_000) + " HTTP/1.1|Host: a||", "414"),
                get("longest method", "A".repeat(17_000) + " / HTTP/1.1|Host: a||", "414"),
                get("path with a bad escape", target("/supie/ota/%zz"), "400"),
                get("path with a null", target("/supie/ota/%00"), "404"),
                get("path that climbs", target("/supie/../../etc/passwd"), "404"),
                get("path that climbs in escapes", target("/supie/%2e%2e/%2e%2e/etc"), "404"),
                get("query with raw quotes", target("/supie/ota/?a=\"<>"), "400"),
                get("line end in an escape", target("/supie/ota/%0d%0aX:y"), "404"),
                get("whole URI as target", target("http://elsewhere/supie/ota/"), "200"),
                get("TRACE", "TRACE /supie/ota/ HTTP/1.1|Host: a|Connection: close||", "404"),
                get("CONNECT", "CONNECT a:80 HTTP/1.1|Host: a|Connection: close||", "404"),
                get("asterisk", "OPTIONS * HTTP/1.1|Host: a|Connection: close||", "404"),
                get("DELETE", "DELETE /supie/ota/ HTTP/1.1|Host: a|Connection: close||", "404"));
    }

    /// On the badges' listener.
    static Stream<Case> handshakes() {
        return Stream.of(
                get("good handshake", shake(BADGE, UPGRADE), "101"),
                get(
                        "handshake without a host",
                        "GET " + BADGE + " HTTP/1.1|" + UPGRADE + "|",
                        "400"),
                get("handshake with two hosts", shake(BADGE, "Host: b|" + UPGRADE), "400"),
                get(
                        "handshake in HTTP/1.0",
                        shake(BADGE, UPGRADE).replace("HTTP/1.1", "HTTP/1.0"),
                        "505"),
                get("whole URI as target", shake("http://a" + BADGE, UPGRADE), "101"),
                get("version 8", shake(BADGE, UPGRADE.replace(": 13", ": 8")), "426"),
                get(
                        "versions 13 and 8",
                        shake(BADGE, UPGRADE + "Sec-WebSocket-Version: 8|"),
                        "426"),
                get("version 13 twice", shake(BADGE, UPGRADE.replace(": 13", ": 13, 13")), "426"),
                get("no version", shake(BADGE, without("Sec-WebSocket-Version: 13|")), "426"),
                get("no key", shake(BADGE, without("Sec-WebSocket-Key")), "400"),
                get("short key", shake(BADGE, UPGRADE.replace("dGhlIHN", "")), "400"),
                get("key that is not Base64", shake(BADGE, UPGRADE.replace("==", "!!")), "400"),
                get("two keys", shake(BADGE, UPGRADE + "Sec-WebSocket-Key: x|"), "400"),
                get("no upgrade", shake(BADGE, without("Upgrade: websocket|") + close()), "200"),
                get("upgrade to HTTP/2", shake(BADGE, upgradeTo("h2c") + close()), "200"),
                get("POST", shake(BADGE, UPGRADE).replace("GET", "POST"), "404"),
                get("id with a null", shake("/supie/v1/?device-id=a%00", UPGRADE), "400"),
                get("id with a line end", shake("/supie/v1/?device-id=a%0d%0ab", UPGRADE), "400"),
                get("id that is not UTF-8", shake("/supie/v1/?device-id=%ff", UPGRADE), "400"),
                get("id with a bad escape", shake("/supie/v1/?device-id=%zz", UPGRADE), "400"),
                get("id of 129", shake("/supie/v1/?device-id=" + "x".repeat(129), UPGRADE), "400"),
                get("id of 128", shake("/supie/v1/?device-id=" + "x".repeat(128), UPGRADE), "101"),
                get("path in escapes", shake("/supie/%76%31/?device-id=b", UPGRADE), "101"),
                get("path with a bad escape", shake("/supie/v1/%zz", UPGRADE), "400"),
                get("query of 15 KiB", shake(BADGE + "&a=" + "b".repeat(15_000), UPGRADE), "101"),
                get("query of 17 KiB", shake(BADGE + "&a=" + "b".repeat(17_000), UPGRADE), "414"),
                get("a thousand parameters", shake(BADGE + "&a=b".repeat(1_000), UPGRADE), "101"),
                get("101 headers", shake(BADGE, UPGRADE + "X: y|".repeat(96)), "431"),
                get("fragment in the target", shake(BADGE + "#x", UPGRADE), "101"),
                get("blank in the target", shake("/supie/v1/?device-id=a b", UPGRADE), "400"),
                get("bytes above ASCII", shake("/supie/v1/?device-id=\u00e4", UPGRADE), "400"),
                get("extension offered", shake(BADGE, UPGRADE + extension()), "101"),
                get("two requests in one packet", shake("/", "") + shake("/", close()), "200 200"));
    }

    private static Case body(String name, String headersAndBody, String statuses) {
        return new Case(name, HEAD + headersAndBody + SECOND, statuses);
    }

    private static Case chunks(String name, String chunks, String statuses) {
        return new Case(name, CHUNKED + chunks + SECOND, statuses);
    }

    private static Case get(String name, String request, String statuses) {
        return new Case(name, request, statuses);
    }

    private static String head(String header) {
        return "GET /supie/ota/ HTTP/1.1|Host: a|" + header + "||";
    }

    private static String target(String target) {
        return "GET " + target + " HTTP/1.1|Host: a|Connection: close||";
    }

    private static String shake(String target, String headers) {
        return "GET " + target + " HTTP/1.1|Host: a|" + headers + "|";
    }

    private static String close() {
        return "Connection: close|";
    }

    private static String extension() {
        return "Sec-WebSocket-Extensions: permessage-deflate; client_max_window_bits|";
    }

    private static String upgradeTo(String protocol) {
        return UPGRADE.replace("Upgrade: websocket", "Upgrade: " + protocol);
    }

    private static String without(String header) {
        return UPGRADE.replaceFirst(
                header.endsWith("|") ? header.replace("|", "\\|") : header + "[^|]*\\|", "");
    }
}
