package dev.supie.adapter.in.websocket;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.supie.domain.connection.HandshakeIdentity;
import dev.supie.domain.connection.HandshakeIdentity.Field;
import dev.supie.domain.connection.HandshakeIdentity.Identified;
import dev.supie.domain.connection.HandshakeIdentity.Refused;
import dev.supie.domain.kernel.DeviceId;

import io.helidon.common.buffers.DataReader;
import io.helidon.common.buffers.DataReader.InsufficientDataAvailableException;
import io.helidon.http.Http1HeadersParser;
import io.helidon.http.RequestException;
import io.helidon.http.WritableHeaders;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/// What a fuzzer feeds to the reading of handshakes: the query, then the headers after the first
/// line end. Whatever they are, there is a decision, and an id is one that can be used (HS-1).
public final class HandshakeFuzz {

    private static final int HEADER_BYTES_MAX = 16 * 1024;

    private HandshakeFuzz() {}

    public static void fuzzerTestOneInput(byte[] data) {
        String text = new String(data, ISO_8859_1);
        int lineEnd = text.indexOf('\n');
        String query = lineEnd < 0 ? text : text.substring(0, lineEnd);
        List<Field> headers = new ArrayList<>();
        if (lineEnd >= 0) {
            byte[] rest = Arrays.copyOfRange(data, lineEnd + 1, data.length);
            headers.addAll(fields(rest));
        }
        check(HandshakeIdentity.of(fields(HandshakeReader.query(query)), headers, "0a1b2c3d"));
    }

    private static List<Field> fields(byte[] bytes) {
        WritableHeaders<?> headers;
        try {
            headers = Http1HeadersParser.readHeaders(reader(bytes), HEADER_BYTES_MAX, true);
            RequestFraming.check(headers);
        } catch (RequestException
                | IllegalArgumentException
                | IllegalStateException
                | DataReader.IncorrectNewLineException
                | InsufficientDataAvailableException refused) {
            // Answered with 400, or not yet complete.
            return List.of();
        }
        if (HandshakeRules.broken(headers).isEmpty()) {
            HandshakeRules.switchingProtocols(headers);
        }
        return fields(HandshakeReader.byLowerCaseName(headers));
    }

    private static DataReader reader(byte[] bytes) {
        return new DataReader(new Once(bytes)::next);
    }

    /// All bytes, and then the end of the stream.
    private static final class Once {

        private byte @Nullable [] bytes;

        private Once(byte[] bytes) {
            this.bytes = bytes;
        }

        private byte @Nullable [] next() {
            byte[] all = bytes;
            bytes = null;
            return all;
        }
    }

    private static List<Field> fields(Map<String, List<String>> values) {
        List<Field> fields = new ArrayList<>();
        values.forEach((name, all) -> all.forEach(value -> fields.add(new Field(name, value))));
        return fields;
    }

    private static void check(HandshakeIdentity identity) {
        switch (identity) {
            case Identified(var device, var _) -> {
                String id = device.value();
                if (id.isEmpty() || id.length() > DeviceId.LENGTH_MAX) {
                    throw new AssertionError("an id of " + id.length());
                }
                if (id.chars().anyMatch(Character::isISOControl)) {
                    throw new AssertionError("a control character in an id");
                }
            }
            case Refused(String reason) -> {
                if (reason.isEmpty() || reason.chars().anyMatch(Character::isISOControl)) {
                    throw new AssertionError("no reason to show: " + reason);
                }
            }
        }
    }
}
