package dev.supie.adapter.in.websocket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.Test;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

class Utf8ValidatorTest {

    /// The first and last byte of every range that a rule of UTF-8 names, and their neighbours.
    private static final byte[] TELLING_BYTES =
            HexFormat.of().parseHex("007f808f909fa0bfc0c1c2dfe0e1ecedeeeff0f1f3f4f5ff");

    /// What can follow the beginning of a character and make it whole, one that fits is enough.
    private static final List<String> COMPLETIONS =
            List.of("", "80", "8080", "a080", "808080", "908080");

    private static final int BYTES_MAX = 4;

    /// Walks from every beginning that is still good to every telling byte after it; the JDK's
    /// decoder says whether anything could make the text whole.
    @Test
    void saysNoAtTheFirstByteAfterWhichNothingHelps() {
        assertTrue(judgedBeyond(new byte[0]) > 1_000);
    }

    @Test
    void acceptsEveryCharacter() {
        for (int point = 0; point <= Character.MAX_CODE_POINT; point++) {
            if (point < Character.MIN_SURROGATE || point > Character.MAX_SURROGATE) {
                byte[] bytes = Character.toString(point).getBytes(UTF_8);
                Utf8Validator validator = new Utf8Validator();
                assertTrue(validator.accepts(bytes, 0, bytes.length));
                assertTrue(validator.isComplete());
            }
        }
    }

    @Test
    void knowsACharacterThatIsNotFinished() {
        byte[] text = "é".getBytes(UTF_8);
        Utf8Validator validator = new Utf8Validator();
        assertTrue(validator.accepts(text, 0, 1));
        assertFalse(validator.isComplete());
        assertTrue(validator.accepts(text, 1, 2));
        assertTrue(validator.isComplete());
    }

    @Test
    void startsAfreshWhenTold() {
        Utf8Validator validator = new Utf8Validator();
        assertTrue(validator.accepts(new byte[] {(byte) 0xF4}, 0, 1));
        validator.restart();
        assertTrue(validator.isComplete());
        assertTrue(validator.accepts(new byte[] {'a'}, 0, 1));
    }

    private static int judgedBeyond(byte[] good) {
        int judged = 0;
        byte[] bytes = Arrays.copyOf(good, good.length + 1);
        for (byte next : TELLING_BYTES) {
            bytes[good.length] = next;
            boolean expected = COMPLETIONS.stream().anyMatch(end -> isWholeForJdk(bytes, end));
            boolean accepted = new Utf8Validator().accepts(bytes, 0, bytes.length);
            assertEquals(expected, accepted, HexFormat.of().formatHex(bytes));
            judged += expected && bytes.length < BYTES_MAX ? 1 + judgedBeyond(bytes) : 1;
        }
        return judged;
    }

    private static boolean isWholeForJdk(byte[] bytes, String endInHex) {
        byte[] end = HexFormat.of().parseHex(endInHex);
        ByteBuffer whole = ByteBuffer.allocate(bytes.length + end.length).put(bytes).put(end);
        try {
            UTF_8.newDecoder().decode(whole.flip());
            return true;
        } catch (CharacterCodingException invalid) {
            return false;
        }
    }
}
