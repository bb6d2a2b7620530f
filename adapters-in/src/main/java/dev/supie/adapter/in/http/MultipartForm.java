package dev.supie.adapter.in.http;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A body of form fields and files (RFC 7578), all of which is in memory. Nothing in it is trusted:
/// a part ends only where its boundary is, and whatever is not of the form is refused.
record MultipartForm(List<Part> parts) {

    /// More than anybody sends.
    static final int PARTS_MAX = 32;

    static final int HEADER_BYTES_MAX = 4 * 1024;

    private static final byte[] LINE = {'\r', '\n'};
    private static final byte[] HEADERS_END = {'\r', '\n', '\r', '\n'};

    /// One field or file.
    @SuppressWarnings("ArrayRecordComponent") // made once, handed on once, never compared
    record Part(String name, byte[] content) {

        String text() {
            return new String(content, StandardCharsets.UTF_8);
        }
    }

    MultipartForm {
        parts = List.copyOf(parts);
    }

    /// Empty if the body is not of the form.
    ///
    /// @param boundary as the content type says
    static Optional<MultipartForm> read(String boundary, byte[] body) {
        byte[] delimiter = ("\r\n--" + boundary).getBytes(StandardCharsets.ISO_8859_1);
        // The first delimiter has no line before it that would have to end.
        byte[] opening = Arrays.copyOfRange(delimiter, LINE.length, delimiter.length);
        if (!isAt(body, 0, opening)) {
            return Optional.empty();
        }
        List<Part> parts = new ArrayList<>();
        int at = opening.length;
        while (!isAt(body, at, new byte[] {'-', '-'})) {
            Optional<Section> section = section(body, at, delimiter);
            if (section.isEmpty() || parts.size() == PARTS_MAX) {
                return Optional.empty();
            }
            parts.add(section.get().part());
            at = section.get().end();
        }
        return Optional.of(new MultipartForm(parts));
    }

    /// The first of this name.
    Optional<Part> first(String name) {
        return all(name).findFirst();
    }

    Stream<Part> all(String name) {
        return parts.stream().filter(part -> part.name().equals(name));
    }

    /// @param end behind the delimiter after it
    private record Section(Part part, int end) {}

    /// @param at behind a delimiter
    private static Optional<Section> section(byte[] body, int at, byte[] delimiter) {
        // What follows a delimiter is the end of its line; that line may be the headers' last.
        int headersEnd = indexOf(body, at, at + HEADER_BYTES_MAX, HEADERS_END);
        if (!isAt(body, at, LINE) || headersEnd < 0) {
            return Optional.empty();
        }
        int from = headersEnd + HEADERS_END.length;
        int end = indexOf(body, from, body.length, delimiter);
        Optional<String> name = PartHeaders.name(text(body, at, headersEnd));
        if (end < 0 || name.isEmpty()) {
            return Optional.empty();
        }
        byte[] content = Arrays.copyOfRange(body, from, end);
        return Optional.of(new Section(new Part(name.get(), content), end + delimiter.length));
    }

    private static String text(byte[] body, int from, int to) {
        return new String(body, from, to - from, StandardCharsets.UTF_8);
    }

    private static int indexOf(byte[] body, int from, int to, byte[] wanted) {
        int last = Math.min(to, body.length) - wanted.length;
        for (int at = from; at <= last; at++) {
            if (isAt(body, at, wanted)) {
                return at;
            }
        }
        return -1;
    }

    private static boolean isAt(byte[] body, int at, byte[] wanted) {
        return at + wanted.length <= body.length
                && Arrays.equals(body, at, at + wanted.length, wanted, 0, wanted.length);
    }
}
