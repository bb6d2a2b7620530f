package dev.supie.domain.coding;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.supie.domain.kernel.DeviceId;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Optional;

final class PipeNameTest {

    private static final DeviceId BADGE = new DeviceId("94:a9:90:00:00:01");

    @ParameterizedTest
    @CsvSource({
        "aa:01:pipe, aa:01",
        "aa:01:pipe-laptop, aa:01",
        "aa:01:pipe-, aa:01",
        "badge:pipe:pipe, badge:pipe",
        "aa:01:pipe-a:pipe-b, aa:01:pipe-a"
    })
    void aPipeNamesItsBadge(String pipe, String badge) {
        assertEquals(Optional.of(new DeviceId(badge)), PipeName.badgeOf(new DeviceId(pipe)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"aa:01", ":pipe", "pipe", "aa:01:pipeline", "aa:01:pipe:02", "aa:pip"})
    void everythingElseIsABadge(String id) {
        assertEquals(Optional.empty(), PipeName.badgeOf(new DeviceId(id)));
    }

    @Test
    void aPipeIsCalledAfterItsBadge() {
        assertEquals(Optional.of(new DeviceId("94:a9:90:00:00:01:pipe")), PipeName.of(BADGE, ""));
        assertEquals(
                Optional.of(new DeviceId("94:a9:90:00:00:01:pipe-api")), PipeName.of(BADGE, "api"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"API", "a ", "a\u0007", "x:pipe", "%41"})
    void aNameThatWouldMeanSomethingElseIsNone(String name) {
        assertEquals(Optional.empty(), PipeName.of(BADGE, name));
    }

    @Test
    void aPipeIsNoLongerThanAnIdMayBe() {
        int left = DeviceId.LENGTH_MAX - "94:a9:90:00:00:01:pipe-".length();
        assertEquals(true, PipeName.of(BADGE, "a".repeat(left)).isPresent());
        assertEquals(Optional.empty(), PipeName.of(BADGE, "a".repeat(left + 1)));
    }
}
