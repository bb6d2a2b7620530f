package dev.supie.adapter.in.websocket;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Arrays;
import java.util.HexFormat;

class FrameEncoderTest {

    @ParameterizedTest
    @CsvSource({
        "0, 8200",
        "1, 8201",
        "125, 827d",
        "126, 827e007e",
        "65535, 827effff",
        "65536, 827f0000000000010000"
    })
    void writesTheLengthInTheFewestBytes(int payloadBytes, String header) {
        byte[] payload = new byte[payloadBytes];
        Arrays.fill(payload, (byte) 7);
        byte[] frame = FrameEncoder.frame(Opcode.BINARY, payload);
        int headerBytes = frame.length - payloadBytes;
        assertEquals(header, HexFormat.of().formatHex(frame, 0, headerBytes));
        assertArrayEquals(payload, Arrays.copyOfRange(frame, headerBytes, frame.length));
    }
}
