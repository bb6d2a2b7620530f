package dev.supie.domain.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/// HS-1: one normal form, whatever the id looked like when it came.
class IdTextTest {

    static Stream<Arguments> usable() {
        return Stream.of(
                Arguments.of("aa:bb:cc:dd:ee:ff", "aa:bb:cc:dd:ee:ff"),
                Arguments.of("AA:BB:CC:DD:EE:FF", "aa:bb:cc:dd:ee:ff"),
                Arguments.of("AA%3ABB%3ACC", "aa:bb:cc"),
                Arguments.of("aa%3abb%3acc", "aa:bb:cc"),
                Arguments.of("  badge  ", "badge"),
                Arguments.of("\tbadge\r\n", "badge"),
                Arguments.of("%20badge%20", "badge"),
                Arguments.of("%0Abadge%0D", "badge"),
                Arguments.of("\u3000badge\u2003", "badge"),
                Arguments.of("\"badge\"", "badge"),
                Arguments.of("'badge'", "badge"),
                Arguments.of("%22badge%22", "badge"),
                Arguments.of("%27badge%27", "badge"),
                Arguments.of(" \" badge \" ", "badge"),
                Arguments.of("\"badge", "\"badge"),
                Arguments.of("badge'", "badge'"),
                Arguments.of("\"badge'", "\"badge'"),
                Arguments.of("\"", "\""),
                Arguments.of("\"'", "\"'"),
                Arguments.of("ba\"d\"ge", "ba\"d\"ge"),
                Arguments.of("two words", "two words"),
                Arguments.of("a+b", "a+b"),
                Arguments.of("100%", "100%"),
                Arguments.of("%", "%"),
                Arguments.of("%%", "%%"),
                Arguments.of("%4", "%4"),
                Arguments.of("%zz", "%zz"),
                Arguments.of("%4g", "%4g"),
                Arguments.of("50%-off", "50%-off"),
                Arguments.of("%41", "a"),
                Arguments.of("%e5%be%bd%e7%ab%a0", "徽章"),
                Arguments.of("徽章-Ä", "徽章-ä"),
                Arguments.of("徽章%2D1", "徽章-1"),
                Arguments.of("%F0%9F%98%80", "😀"),
                Arguments.of("İ", "i̇"),
                Arguments.of("ΑΣ", "ας"),
                Arguments.of("x".repeat(128), "x".repeat(128)),
                Arguments.of(" " + "X".repeat(128) + " ", "x".repeat(128)),
                Arguments.of("%41".repeat(128), "a".repeat(128)));
    }

    @ParameterizedTest
    @MethodSource("usable")
    void comesToTheNormalForm(String raw, String normal) {
        assertEquals(new IdText.Usable(normal), IdText.normalise(raw));
        assertEquals(normal, new DeviceId(normal).value());
    }

    static Stream<String> absent() {
        return Stream.of(
                "", " ", "\t\r\n", "%20", "%0a", "\"\"", "''", "\" \"", "%22%22", "' %20 '",
                "\u2003");
    }

    @ParameterizedTest
    @MethodSource("absent")
    void emptyMeansAbsent(String raw) {
        assertEquals(new IdText.Absent(), IdText.normalise(raw));
    }

    static Stream<Arguments> refused() {
        String control = "the id contains control characters";
        String tooLong = "the id is longer than 128 characters";
        String notText = "the id is not valid UTF-8 after percent-decoding";
        String twice = "the id is percent-encoded or quoted more than once";
        return Stream.of(
                Arguments.of("a\u0000b", control),
                Arguments.of("a%00b", control),
                Arguments.of("a\nb", control),
                Arguments.of("a%0d%0aset-cookie:b", control),
                Arguments.of("a\u001bb", control),
                Arguments.of("a\u007fb", control),
                Arguments.of("a\u0085b", control),
                Arguments.of("a\u2028b", control),
                Arguments.of("a\u2029b", control),
                Arguments.of("a\ud800b", control),
                Arguments.of("\udc00", control),
                Arguments.of("x".repeat(129), tooLong),
                Arguments.of("%41".repeat(129), tooLong),
                Arguments.of("x".repeat(100_000), tooLong),
                Arguments.of("İ".repeat(65), tooLong),
                Arguments.of("%ff", notText),
                Arguments.of("%c3%28", notText),
                Arguments.of("%c0%80", notText),
                Arguments.of("%ed%a0%80", notText),
                Arguments.of("%e5%be", notText),
                Arguments.of("\ud800%41", notText),
                Arguments.of("%2541", twice),
                Arguments.of("aa%253Abb", twice),
                Arguments.of("\"\"badge\"\"", twice),
                Arguments.of("'\"badge\"'", twice),
                Arguments.of("%2522badge%2522", twice),
                Arguments.of("%2520", twice));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void refusesWhatMustNotBeUsed(String raw, String reason) {
        assertEquals(new IdText.Refused(reason), IdText.normalise(raw));
    }

    @Test
    void normalisingTwiceIsNormalisingOnceWhateverTheInput() {
        var random = new Random(20261121);
        List<String> pieces =
                List.of(
                        "%",
                        "%4", "41", "%25", "\"", "'", " ", "Ä", "a", "\u0000", "İ", "%c3", "😀");
        for (int round = 0; round < 20_000; round++) {
            var raw = new StringBuilder();
            for (int i = random.nextInt(8); i >= 0; i--) {
                raw.append(pieces.get(random.nextInt(pieces.size())));
            }
            if (IdText.normalise(raw.toString()) instanceof IdText.Usable usable) {
                assertEquals(usable, IdText.normalise(usable.value()));
                assertEquals(usable.value(), new DeviceId(usable.value()).value());
            }
        }
    }

    @Test
    void everyCharacterHasOneLowerCaseForm() {
        for (int codePoint = 0; codePoint <= Character.MAX_CODE_POINT; codePoint++) {
            String raw = "a" + Character.toString(codePoint) + "b";
            IdText id = IdText.normalise(raw);
            if (id instanceof IdText.Usable usable) {
                assertEquals(id, IdText.normalise(usable.value()), raw);
            } else {
                assertInstanceOf(IdText.Refused.class, id, raw);
            }
        }
    }

    @Test
    void aDeviceIdIsNeverMadeOfRawText() {
        List<String> raw = new ArrayList<>(List.of("AA:BB", " a", "\"a\"", "", "%41", "a\nb"));
        raw.add("x".repeat(DeviceId.LENGTH_MAX + 1));
        for (String text : raw) {
            assertThrows(IllegalArgumentException.class, () -> new DeviceId(text), text);
        }
    }
}
