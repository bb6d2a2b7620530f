package dev.supie.adapter.in.http;

import java.util.Locale;
import java.util.Optional;

/// Reads parameters of headers, such as the name of a form's field.
final class PartHeaders {

    private static final String DISPOSITION = "content-disposition:";
    private static final String FORM = "multipart/form-data";

    /// RFC 2046.
    private static final int BOUNDARY_CHARS_MAX = 70;

    private PartHeaders() {}

    /// The boundary of a form; empty if the content type is another.
    static Optional<String> boundary(String contentType) {
        return contentType.strip().toLowerCase(Locale.ROOT).startsWith(FORM)
                ? parameter(contentType, "boundary")
                        .filter(text -> !text.isEmpty() && text.length() <= BOUNDARY_CHARS_MAX)
                : Optional.empty();
    }

    /// The name of the field that these headers are before.
    static Optional<String> name(String headers) {
        return headers.lines()
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(DISPOSITION))
                .findFirst()
                .flatMap(line -> parameter(line, "name"));
    }

    /// The value of `; name=value` or `; name="value"`.
    private static Optional<String> parameter(String header, String name) {
        int at = 0;
        while (at < header.length()) {
            int start = header.indexOf(';', at);
            if (start < 0) {
                return Optional.empty();
            }
            int equals = header.indexOf('=', start);
            if (equals < 0) {
                return Optional.empty();
            }
            Value value = value(header, equals + 1);
            if (header.substring(start + 1, equals).strip().equalsIgnoreCase(name)) {
                return Optional.of(value.text());
            }
            at = value.end();
        }
        return Optional.empty();
    }

    private record Value(String text, int end) {}

    private static Value value(String header, int from) {
        if (from < header.length() && header.charAt(from) == '"') {
            return quoted(header, from + 1);
        }
        int end = header.indexOf(';', from);
        int to = end < 0 ? header.length() : end;
        return new Value(header.substring(from, to).strip(), to);
    }

    /// Up to the quote that no backslash is before.
    private static Value quoted(String header, int from) {
        StringBuilder text = new StringBuilder();
        int at = from;
        while (at < header.length() && header.charAt(at) != '"') {
            if (header.charAt(at) == '\\' && at + 1 < header.length()) {
                at++;
            }
            text.append(header.charAt(at));
            at++;
        }
        return new Value(text.toString(), at);
    }
}
