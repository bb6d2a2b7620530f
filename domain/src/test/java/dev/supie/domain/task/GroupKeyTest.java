package dev.supie.domain.task;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.supie.domain.kernel.DeviceId;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;

/// WF-2: which group is meant, however it is spelled.
final class GroupKeyTest {

    @ParameterizedTest
    @CsvSource({
        "94:a9:90, 94:a9:90",
        "94:a9:90:, 94:a9:90",
        "94:A9:90::, 94:a9:90",
        "' Design : ', design",
        "design team, design team",
        "组, 组"
    })
    void twoSpellingsAreOneGroup(String raw, String key) {
        assertEquals(Optional.of(new GroupKey(key)), GroupKey.of(raw));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", ":", " :: ", "a\nb", "a\u0000", "\uD83D"})
    void whatIsNoKey(String raw) {
        assertEquals(Optional.empty(), GroupKey.of(raw));
    }

    @Test
    void aKeyHasALimit() {
        String longest = "g".repeat(GroupKey.LENGTH_MAX);

        assertEquals(Optional.of(new GroupKey(longest)), GroupKey.of(longest));
        assertEquals(Optional.empty(), GroupKey.of(longest + "g"));
    }

    @Test
    void onlyNormalisedTextIsAKey() {
        assertThrows(IllegalArgumentException.class, () -> new GroupKey("A"));
        assertThrows(IllegalArgumentException.class, () -> new GroupKey("a:"));
        assertThrows(IllegalArgumentException.class, () -> new GroupKey(" a"));
    }

    @ParameterizedTest
    @CsvSource({
        "94:a9:90:00:00:01, 94:a9:90",
        "94a9900000:01, 94a99000",
        "94:a9:9:00:00:01, 94:a9:9",
        "a, a",
        "12345678, 12345678",
        "123456789, 12345678",
        "abcdefg hi, abcdefg",
        "1234567😀x, 1234567😀",
        "'::::::::x', '::::::::x'",
        "':', group"
    })
    void aBadgeBelongsToTheBeginningOfItsId(String device, String group) {
        assertEquals(new GroupKey(group), GroupKey.ofDevice(new DeviceId(device)));
    }

    @Test
    void whatIsConfiguredComesFirst() {
        DeviceId badge = new DeviceId("94:a9:90:00:00:01");
        TaskSettings settings =
                new TaskSettings(
                        Map.of(badge, new GroupKey("design")), Map.of(badge, "Li"), ZoneOffset.UTC);

        assertEquals(new GroupKey("design"), settings.groupOf(badge));
        assertEquals(new GroupKey("94:a9:90"), settings.groupOf(new DeviceId("94:a9:90:00:00:02")));
        assertEquals(new Owner("Li|94:a9:90:00:00:01"), settings.ownerOf(badge));
        assertEquals(new Owner("aa:02"), settings.ownerOf(new DeviceId("aa:02")));
    }
}
