package dev.supie.adapter.out.speech.remote;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/// A body of form fields and one file (RFC 7578).
final class Multipart {

    private static final String LINE = "\r\n";

    /// Drawn anew for each body, so that nothing in a file can pass for it.
    private final String boundary = "supie-" + UUID.randomUUID();

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    String contentType() {
        return "multipart/form-data; boundary=" + boundary;
    }

    /// @param value one line
    Multipart field(String name, String value) {
        text("--" + boundary + LINE);
        text("Content-Disposition: form-data; name=\"" + name + "\"" + LINE + LINE);
        text(value + LINE);
        return this;
    }

    Multipart file(String name, String fileName, String contentType, byte[] content) {
        text("--" + boundary + LINE);
        text(
                "Content-Disposition: form-data; name=\""
                        + name
                        + "\"; filename=\""
                        + fileName
                        + "\""
                        + LINE);
        text("Content-Type: " + contentType + LINE + LINE);
        bytes.writeBytes(content);
        text(LINE);
        return this;
    }

    byte[] body() {
        text("--" + boundary + "--" + LINE);
        return bytes.toByteArray();
    }

    private void text(String text) {
        bytes.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }
}
