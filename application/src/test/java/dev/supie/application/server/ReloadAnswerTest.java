package dev.supie.application.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.supie.application.administration.port.ReloadReport;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.stream.IntStream;

/// SRV-2: a reload in one line of bounded length.
final class ReloadAnswerTest {

    private static List<String> words(int count) {
        return IntStream.rangeClosed(1, count).mapToObj(i -> "k" + i).toList();
    }

    @Test
    void saysWhenNothingHasChanged() {
        assertEquals(
                "the configuration was read again: nothing has changed",
                ReloadAnswer.of(new ReloadReport.Applied(List.of(), List.of())));
    }

    @Test
    void namesWhatHasChanged() {
        assertEquals(
                "changed: k1, k2", ReloadAnswer.of(new ReloadReport.Applied(words(2), List.of())));
    }

    @Test
    void countsWhatItDoesNotName() {
        assertEquals(
                "changed: k1, k2, k3, k4, k5, k6, k7, k8, k9, k10, and 2 more",
                ReloadAnswer.of(
                        new ReloadReport.Applied(words(ReloadAnswer.SHOWN_MAX + 2), List.of())));
        assertEquals(
                "the configuration was not changed: "
                        + "k1; k2; k3; k4; k5; k6; k7; k8; k9; k10; and 1 more",
                ReloadAnswer.of(new ReloadReport.Refused(words(ReloadAnswer.SHOWN_MAX + 1))));
    }

    @Test
    void cutsLongProblemsBetweenWholeCharacters() {
        String face = new String(Character.toChars(0x1F600));
        String longest = face.repeat(ReloadAnswer.PROBLEM_CHARS_MAX);

        assertEquals(
                "the configuration was not changed: " + longest + "; " + longest + "…",
                ReloadAnswer.of(new ReloadReport.Refused(List.of(longest, longest + face))));
    }
}
