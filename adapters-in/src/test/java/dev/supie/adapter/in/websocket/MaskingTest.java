package dev.supie.adapter.in.websocket;

import static org.junit.jupiter.api.Assertions.assertEquals;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.Test;

import java.util.HexFormat;

class MaskingTest {

    private static final int KEY = 0x37FA213D;

    /// The example of RFC 6455 §5.7, cut at every place.
    @Test
    void takesTheMaskOffHoweverThePayloadIsCut() {
        for (int cut = 0; cut <= 5; cut++) {
            byte[] bytes = HexFormat.of().parseHex("7f9f4d5158");
            Masking.remove(bytes, 0, cut, KEY, 0);
            Masking.remove(bytes, cut, bytes.length, KEY, cut);
            assertEquals("Hello", new String(bytes, UTF_8));
        }
    }

    @Test
    void leavesTheBytesAroundAlone() {
        byte[] bytes = {1, 0x37, 1};
        Masking.remove(bytes, 1, 2, KEY, 0);
        assertEquals("010001", HexFormat.of().formatHex(bytes));
    }
}
