package dev.supie.adapter.in.badge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.Optional;

/// T17: the three framings, written in hexadecimal.
class BinaryFramingTest {

    @ParameterizedTest(name = "{0} {1} holds {2}")
    @CsvSource(
            nullValues = "-",
            value = {
                // As stock firmware sends them.
                "BARE, f8fffe, f8fffe",
                "STAMPED, 00020000000000000000000000000003f8fffe, f8fffe",
                "SHORT, 00000003f8fffe, f8fffe",
                // Nothing to hear is fine (T27).
                "BARE, '', ''",
                "STAMPED, 00020000000000000000000000000000, ''",
                "SHORT, 00000000, ''",
                // Type and time stamp are not looked at.
                "STAMPED, 00020001000000001234567800000001aa, aa",
                "SHORT, 01ff0001aa, aa",
                // Too short for a header.
                "STAMPED, '', -",
                "STAMPED, 0002000000000000000000000000, -",
                "STAMPED, 000200000000000000000000000000, -",
                "SHORT, '', -",
                "SHORT, 000000, -",
                // A size that is not that of the packet.
                "STAMPED, 00020000000000000000000000000004f8fffe, -",
                "STAMPED, 00020000000000000000000000000002f8fffe, -",
                "STAMPED, 000200000000000000000000ffffffff, -",
                "STAMPED, 00020000000000000000000080000000aa, -",
                "SHORT, 00000004f8fffe, -",
                "SHORT, 00000002f8fffe, -",
                "SHORT, 0000ffffaa, -",
                // Another version than it says.
                "STAMPED, 00010000000000000000000000000003f8fffe, -",
                "STAMPED, 00030000000000000000000000000003f8fffe, -",
            })
    void unwraps(BinaryFraming framing, String frame, String packet) {
        Optional<String> payload =
                framing.payload(ByteBuffer.wrap(HexFormat.of().parseHex(frame)))
                        .map(BinaryFramingTest::hex);
        assertEquals(Optional.ofNullable(packet), payload);
    }

    @ParameterizedTest
    @CsvSource({
        "BARE, f8fffe",
        "STAMPED, 00020000000000000000123400000003f8fffe",
        "SHORT, 00000003f8fffe"
    })
    void t18WrapsWithTheRightSizes(BinaryFraming framing, String frame) {
        byte[] packet = HexFormat.of().parseHex("f8fffe");
        assertEquals(frame, HexFormat.of().formatHex(framing.frame(packet, 0x1234)));
    }

    @Test
    void t18WhatIsWrappedIsUnwrappedAtEverySize() {
        for (BinaryFraming framing : BinaryFraming.values()) {
            for (int size : new int[] {0, 1, 180, 255, 256, 32_768, 65_535}) {
                byte[] packet = new byte[size];
                ByteBuffer framed = ByteBuffer.wrap(framing.frame(packet, -1));
                assertEquals(Optional.of(size), framing.payload(framed).map(ByteBuffer::remaining));
            }
            byte[] tooLarge = new byte[65_536];
            assertThrows(IllegalArgumentException.class, () -> framing.frame(tooLarge, 0));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "1, BARE",
        "2, STAMPED",
        "3, SHORT",
        "' 2 ', STAMPED",
        "0, BARE",
        "4, BARE",
        "'', BARE",
        "two, BARE",
        "-1, BARE",
        "2.0, BARE"
    })
    void msg1TheHeaderChoosesAndNonsenseMeansBarePackets(String header, BinaryFraming framing) {
        assertEquals(framing, BinaryFraming.ofHeader(header));
    }

    @Test
    void everyFramingIsFoundByItsNumber() {
        for (BinaryFraming framing : BinaryFraming.values()) {
            assertEquals(Optional.of(framing), BinaryFraming.ofNumber(framing.number()));
        }
        assertEquals(Optional.empty(), BinaryFraming.ofNumber(0));
        assertEquals(Optional.empty(), BinaryFraming.ofNumber(4));
    }

    private static String hex(ByteBuffer packet) {
        byte[] bytes = new byte[packet.remaining()];
        packet.get(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
