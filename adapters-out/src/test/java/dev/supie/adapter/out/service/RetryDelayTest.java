package dev.supie.adapter.out.service;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.net.http.HttpHeaders;
import java.time.Duration;
import java.util.List;
import java.util.Map;

class RetryDelayTest {

    private static final Duration PLENTY = Duration.ofMinutes(10);

    @ParameterizedTest
    @CsvSource({"1, 500", "2, 1000", "3, 2000", "4, 4000", "5, 8000", "6, 8000", "1000, 8000"})
    void ownPauseDoublesUpToItsLimit(int failed, long millis) {
        var failure = new CallFailure.Transient(CallFailure.Kind.UNAVAILABLE, "x");
        assertEquals(Duration.ofMillis(millis), RetryDelay.before(failure, failed, () -> 0));
    }

    @Test
    void jitterTakesOffAtMostAQuarter() {
        var failure = new CallFailure.Transient(CallFailure.Kind.UNAVAILABLE, "x");
        assertAll(
                () ->
                        assertEquals(
                                Duration.ofMillis(750), RetryDelay.before(failure, 2, () -> 1.0)),
                () ->
                        assertEquals(
                                Duration.ofMillis(875), RetryDelay.before(failure, 2, () -> 0.5)));
    }

    @Test
    void askedPauseIsTakenAsItIs() {
        var failure =
                new CallFailure.Transient(
                        CallFailure.Kind.UNAVAILABLE, "x", Duration.ofSeconds(20));
        assertEquals(Duration.ofSeconds(20), RetryDelay.before(failure, 1, () -> 0.9));
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1000",
        "' 2.5 ', 2500",
        "60, 60000",
        "60.001, 0",
        "0, 0",
        "-1, 0",
        "NaN, 0",
        "1e300, 0",
        "soon, 0",
        "'Sat, 21 Nov 2026 08:00:30 GMT', 30000",
        "'Sat, 21 Nov 2026 07:59:59 GMT', 0",
        "'Sat, 21 Nov 2026 08:01:01 GMT', 0",
        "'Sat, 31 Feb 2026 08:01:01 GMT', 0"
    })
    void retryAfterIsSecondsOrADate(String value, long millis) {
        assertEquals(
                Duration.ofMillis(millis), asked(Map.of("Retry-After", List.of(value)), PLENTY));
    }

    @Test
    void millisecondsComeFirst() {
        assertEquals(
                Duration.ofMillis(1_500),
                asked(
                        Map.of("retry-after-ms", List.of("1500"), "retry-after", List.of("9")),
                        PLENTY));
    }

    @Test
    void unreadableMillisecondsLeaveTheOther() {
        assertEquals(
                Duration.ofSeconds(9),
                asked(Map.of("retry-after-ms", List.of("x"), "retry-after", List.of("9")), PLENTY));
    }

    @Test
    void pauseThatLeavesNoTimeIsNotTaken() {
        Map<String, List<String>> headers = Map.of("retry-after", List.of("9"));
        assertAll(
                () -> assertEquals(Duration.ZERO, asked(headers, Duration.ofSeconds(9))),
                () ->
                        assertEquals(
                                Duration.ofSeconds(9),
                                asked(headers, Duration.ofSeconds(9).plusMillis(1))));
    }

    @Test
    void noHeaderAsksForNothing() {
        assertEquals(Duration.ZERO, asked(Map.of(), PLENTY));
    }

    private static Duration asked(Map<String, List<String>> headers, Duration remaining) {
        return RetryDelay.asked(
                HttpHeaders.of(headers, (_, _) -> true), TestTiming.START, remaining);
    }
}
