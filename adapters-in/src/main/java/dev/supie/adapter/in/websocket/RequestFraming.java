package dev.supie.adapter.in.websocket;

import io.helidon.http.DirectHandler.EventType;
import io.helidon.http.Header;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.RequestException;
import io.helidon.http.Status;
import io.helidon.http.WritableHeaders;

import java.util.List;

/// Where a request's body ends must be beyond doubt (RFC 9112 §6.3): a proxy that reads it
/// differently would take what follows for another client's request. Helidon takes the first of
/// several lengths, and does without any body if it does not know the coding.
///
/// Also counts the headers, whose bytes Helidon bounds and whose number it does not.
final class RequestFraming {

    /// A badge sends nine, a browser behind two proxies about thirty.
    static final int HEADERS_MAX = 100;

    private static final String DIGITS = "\\d{1,18}";
    private static final Status TOO_MANY_HEADERS =
            Status.create(431, "Request Header Fields Too Large");

    private RequestFraming() {}

    /// @throws RequestException to be answered, and the connection closed after it
    static void check(WritableHeaders<?> headers) {
        int count = 0;
        for (Header header : headers) {
            count += header.valueCount();
            if (header.name().isBlank()) {
                throw refused(Status.BAD_REQUEST_400, "a header has no name");
            }
        }
        if (count > HEADERS_MAX) {
            throw refused(TOO_MANY_HEADERS, "more than " + HEADERS_MAX + " headers");
        }
        checkLength(headers);
        checkCoding(headers);
    }

    private static void checkLength(WritableHeaders<?> headers) {
        List<String> lengths = headers.all(HeaderNames.CONTENT_LENGTH, List::of);
        if (lengths.size() > 1 || lengths.stream().anyMatch(text -> !text.matches(DIGITS))) {
            throw refused(Status.BAD_REQUEST_400, "Content-Length must be one number");
        }
    }

    private static void checkCoding(WritableHeaders<?> headers) {
        List<String> codings = headers.all(HeaderNames.TRANSFER_ENCODING, List::of);
        if (codings.isEmpty()) {
            return;
        }
        if (headers.contains(HeaderNames.CONTENT_LENGTH)) {
            throw refused(
                    Status.BAD_REQUEST_400, "Content-Length and Transfer-Encoding contradict");
        }
        if (codings.size() > 1 || !codings.getFirst().strip().equalsIgnoreCase("chunked")) {
            throw refused(Status.NOT_IMPLEMENTED_501, "Transfer-Encoding must be chunked");
        }
        // Helidon knows it in this spelling only.
        headers.set(HeaderValues.TRANSFER_ENCODING_CHUNKED);
    }

    private static RequestException refused(Status status, String reason) {
        return RequestException.builder()
                .type(EventType.BAD_REQUEST)
                .status(status)
                .setKeepAlive(false)
                .message(reason)
                .build();
    }
}
