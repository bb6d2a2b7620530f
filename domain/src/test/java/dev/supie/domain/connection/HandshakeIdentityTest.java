package dev.supie.domain.connection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.supie.domain.connection.HandshakeIdentity.Field;
import dev.supie.domain.connection.HandshakeIdentity.Identified;
import dev.supie.domain.connection.HandshakeIdentity.Refused;
import dev.supie.domain.connection.HandshakeIdentity.Source;
import dev.supie.domain.kernel.DeviceId;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.ArrayList;
import java.util.List;

/// HS-1: which id a handshake comes to, over the forms that clients use.
class HandshakeIdentityTest {

    private static final String FRESH = "0a1b2c3d";

    /// Query and headers are written `name=value&name=value`; `_` stands for a space.
    @ParameterizedTest(name = "query [{0}] headers [{1}] -> {2} from {3}")
    @CsvSource(
            nullValues = "-",
            value = {
                // One place each.
                "device-id=a, -, a, QUERY",
                "device_id=a, -, a, QUERY",
                "-, device-id=a, a, HEADER",
                "-, device_id=a, a, HEADER",
                "-, x-device-id=a, a, HEADER",
                "-, x-device_id=a, a, HEADER",
                "client-id=a, -, a, CLIENT_ID",
                "client_id=a, -, a, CLIENT_ID",
                "-, client-id=a, a, CLIENT_ID",
                "-, client_id=a, a, CLIENT_ID",
                "-, x-client-id=a, a, CLIENT_ID",
                "-, x-client_id=a, a, CLIENT_ID",
                // Names in any case.
                "-, Device-Id=a, a, HEADER",
                "-, DEVICE-ID=a, a, HEADER",
                "-, dEvIcE_iD=a, a, HEADER",
                "-, X-Device-Id=a, a, HEADER",
                "-, X-DEVICE_ID=a, a, HEADER",
                "-, Client-Id=a, a, CLIENT_ID",
                "-, X-Client-Id=a, a, CLIENT_ID",
                "Device-Id=a, -, a, QUERY",
                "CLIENT_ID=a, -, a, CLIENT_ID",
                // Values in any form.
                "-, Device-Id=AA:BB:CC:DD:EE:FF, aa:bb:cc:dd:ee:ff, HEADER",
                "device-id=AA%3ABB, -, aa:bb, QUERY",
                "device-id=%22AA%22, -, aa, QUERY",
                "-, device-id=_a_, a, HEADER",
                "device-id=%20a%20, -, a, QUERY",
                "device-id=%E5%BE%BD, -, 徽, QUERY",
                "device-id=a+b, -, a+b, QUERY",
                "-, client-id=4F5E-UUID, 4f5e-uuid, CLIENT_ID",
                // Which place comes first.
                "device-id=a&device_id=b, -, a, QUERY",
                "device_id=b&device-id=a, -, a, QUERY",
                "device-id=a&client-id=b, -, a, QUERY",
                "client-id=b&device-id=a, -, a, QUERY",
                "device-id=a, device-id=b, a, QUERY",
                "device_id=a, device-id=b, a, QUERY",
                "client-id=a, device-id=b, b, HEADER",
                "client_id=a, x-device_id=b, b, HEADER",
                "client-id=a, client-id=b, a, CLIENT_ID",
                "client_id=a&client-id=b, -, b, CLIENT_ID",
                "-, device_id=b&device-id=a, a, HEADER",
                "-, x-device-id=b&device_id=a, a, HEADER",
                "-, x-device_id=b&x-device-id=a, a, HEADER",
                "-, client-id=b&device-id=a, a, HEADER",
                "-, client-id=b&x-device_id=a, a, HEADER",
                "-, x-client-id=b&client_id=a, a, CLIENT_ID",
                // A repeated one: the first that says something.
                "device-id=a&device-id=b, -, a, QUERY",
                "device-id=&device-id=b, -, b, QUERY",
                "-, device-id=_&Device-Id=b, b, HEADER",
                // Empty means absent.
                "device-id=, -, auto-0a1b2c3d, GENERATED",
                "device-id=, device-id=b, b, HEADER",
                "device-id=&device_id=b, -, b, QUERY",
                "device-id=%22%22, client-id=b, b, CLIENT_ID",
                "device-id=%20&client-id=, device-id=_&x-client-id=b, b, CLIENT_ID",
                "-, device-id=, auto-0a1b2c3d, GENERATED",
                // Nothing, and things that only look like it.
                "-, -, auto-0a1b2c3d, GENERATED",
                "deviceid=a, -, auto-0a1b2c3d, GENERATED",
                "x-device-id=a, -, auto-0a1b2c3d, GENERATED",
                "id=a&token=b, authorization=c, auto-0a1b2c3d, GENERATED",
                "device-id-2=a, device=a, auto-0a1b2c3d, GENERATED",
                "_device-id=a, -, auto-0a1b2c3d, GENERATED",
                // A client id that must not be used is not looked at while there is a device id.
                "device-id=a&client-id=%00, -, a, QUERY",
                "client-id=%00, device-id=a, a, HEADER",
            })
    void finds(String query, String headers, String device, Source source) {
        assertEquals(
                new Identified(new DeviceId(device), source),
                HandshakeIdentity.of(fields(query), fields(headers), FRESH));
    }

    @ParameterizedTest(name = "query [{0}] headers [{1}] is refused")
    @CsvSource(
            nullValues = "-",
            value = {
                "device-id=a%00b, -, the id contains control characters",
                "device-id=a%0Ab, -, the id contains control characters",
                "-, x-client-id=a%7Fb, the id contains control characters",
                "device-id=%FF, -, the id is not valid UTF-8 after percent-decoding",
                "device-id=%2541, -, the id is percent-encoded or quoted more than once",
                // A good one further on does not help.
                "device-id=%00, device-id=good, the id contains control characters",
                "device-id=%00&device-id=good, -, the id contains control characters",
                "device_id=%00, client-id=good, the id contains control characters",
                "client-id=%00, x-client-id=good, the id contains control characters",
            })
    void refuses(String query, String headers, String reason) {
        assertEquals(
                new Refused(reason), HandshakeIdentity.of(fields(query), fields(headers), FRESH));
    }

    @Test
    void anIdOf128CharactersIsTheLongest() {
        List<Field> longest = List.of(new Field("device-id", "x".repeat(128)));
        List<Field> longer = List.of(new Field("device-id", "x".repeat(129)));
        assertEquals(
                new Identified(new DeviceId("x".repeat(128)), Source.QUERY),
                HandshakeIdentity.of(longest, List.of(), FRESH));
        assertEquals(
                new Refused("the id is longer than 128 characters"),
                HandshakeIdentity.of(longer, List.of(), FRESH));
    }

    @Test
    void onlyAGeneratedIdIsWorthAWarning() {
        for (Source source : Source.values()) {
            var identified = new Identified(new DeviceId("a"), source);
            assertEquals(source == Source.GENERATED, identified.generated());
        }
        assertTrue(
                HandshakeIdentity.of(List.of(), List.of(), FRESH) instanceof Identified identified
                        && identified.generated());
        assertFalse(
                HandshakeIdentity.of(fields("device-id=auto-1"), List.of(), FRESH)
                                instanceof Identified identified
                        && identified.generated());
    }

    private static List<Field> fields(String text) {
        List<Field> fields = new ArrayList<>();
        if (text != null) {
            for (String pair : text.split("&", -1)) {
                int equals = pair.indexOf('=');
                String value = pair.substring(equals + 1).replace('_', ' ');
                fields.add(new Field(pair.substring(0, equals), value));
            }
        }
        return fields;
    }
}
