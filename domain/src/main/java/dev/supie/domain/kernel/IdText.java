package dev.supie.domain.kernel;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// HS-1: what raw id text from a header, a query, a message or a configuration file comes to.
public sealed interface IdText {

    /// An id in its normal form; normalising it again gives the same.
    record Usable(String value) implements IdText {}

    /// Nothing was given; the next source is asked.
    record Absent() implements IdText {}

    /// Something was given that must not be used; the handshake is refused with 400.
    record Refused(String reason) implements IdText {}

    /// Percent-decodes once, trims, strips one pair of surrounding quotes, lower-cases.
    ///
    /// A percent sign that does not start a valid escape stays as it is, because firmware forks put
    /// raw text there; escapes that do not decode to UTF-8 are refused. So is text that is escaped
    /// or quoted twice: its result would come to a different id when it is read back from a log or
    /// a configuration file, and one badge must not have two ids.
    static IdText normalise(String raw) {
        IdText id = normalisedOnce(raw);
        if (id instanceof Usable usable && !id.equals(normalisedOnce(usable.value()))) {
            return new Refused("the id is percent-encoded or quoted more than once");
        }
        return id;
    }

    private static IdText normalisedOnce(String raw) {
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
        if (value.codePoints().anyMatch(Characters::isControl)) {
            return new Refused("the id contains control characters");
        }
        if (value.length() > DeviceId.LENGTH_MAX) {
            return new Refused("the id is longer than " + DeviceId.LENGTH_MAX + " characters");
        }
        return new Usable(value);
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
        // An encoder, not getBytes: that would turn half a surrogate pair into a question mark.
        ByteBuffer encoded = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(raw));
        ByteBuffer decoded = ByteBuffer.allocate(encoded.remaining());
        while (encoded.hasRemaining()) {
            byte next = encoded.get();
            int escaped = next == '%' ? escapedByte(encoded) : -1;
            if (escaped >= 0) {
                encoded.position(encoded.position() + 2);
            }
            decoded.put(escaped >= 0 ? (byte) escaped : next);
        }
        return StandardCharsets.UTF_8.newDecoder().decode(decoded.flip()).toString();
    }

    /// The byte that the next two hexadecimal digits mean, or -1 if there are none.
    private static int escapedByte(ByteBuffer text) {
        if (text.remaining() < 2) {
            return -1;
        }
        int high = Character.digit(text.get(text.position()), 16);
        int low = Character.digit(text.get(text.position() + 1), 16);
        return high < 0 || low < 0 ? -1 : high * 16 + low;
    }
}
