package dev.supie.domain.kernel;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// HS-1: what raw id text from a header, a query, a message or a configuration file comes to.
public sealed interface IdText {

    /// An id in its normal form.
    record Usable(String value) implements IdText {}

    /// Nothing was given; the next source is asked.
    record Absent() implements IdText {}

    /// Something was given that must not be used; the handshake is refused with 400.
    record Refused(String reason) implements IdText {}

    /// Percent-decodes once, trims, strips one pair of surrounding quotes, lower-cases.
    ///
    /// A percent sign that does not start a valid escape stays as it is, because firmware forks put
    /// raw text there; escapes that do not decode to UTF-8 are refused.
    static IdText normalise(String raw) {
        String decoded;
        try {
            decoded = percentDecoded(raw);
        } catch (CharacterCodingException _) {
            return new Refused("the id is not valid UTF-8 after percent-decoding");
        }
        String value = unquoted(decoded.strip()).strip().toLowerCase(Locale.ROOT);
        if (value.isEmpty()) {
            return new Absent();
        }
        if (value.codePoints().anyMatch(IdText::isControl)) {
            return new Refused("the id contains control characters");
        }
        if (value.length() > DeviceId.LENGTH_MAX) {
            return new Refused("the id is longer than " + DeviceId.LENGTH_MAX + " characters");
        }
        return new Usable(value);
    }

    private static boolean isControl(int codePoint) {
        int type = Character.getType(codePoint);
        return type == Character.CONTROL
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR
                || type == Character.SURROGATE;
    }

    private static String unquoted(String text) {
        if (text.length() < 2) {
            return text;
        }
        char first = text.charAt(0);
        boolean quoted = (first == '"' || first == '\'') && text.charAt(text.length() - 1) == first;
        return quoted ? text.substring(1, text.length() - 1) : text;
    }

    private static String percentDecoded(String raw) throws CharacterCodingException {
        if (raw.indexOf('%') < 0) {
            return raw;
        }
        byte[] bytes = raw.getBytes(StandardCharsets.UTF_8);
        ByteBuffer decoded = ByteBuffer.allocate(bytes.length);
        for (int i = 0; i < bytes.length; i++) {
            int high = i + 2 < bytes.length ? Character.digit(bytes[i + 1], 16) : -1;
            int low = i + 2 < bytes.length ? Character.digit(bytes[i + 2], 16) : -1;
            if (bytes[i] == '%' && high >= 0 && low >= 0) {
                decoded.put((byte) (high * 16 + low));
                i += 2;
            } else {
                decoded.put(bytes[i]);
            }
        }
        return StandardCharsets.UTF_8.newDecoder().decode(decoded.flip()).toString();
    }
}
