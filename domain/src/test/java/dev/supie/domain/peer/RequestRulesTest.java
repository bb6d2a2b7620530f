package dev.supie.domain.peer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.supie.domain.kernel.DeviceId;
import dev.supie.domain.kernel.Seeded;
import dev.supie.domain.peer.RequestRules.Checked;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// PEER-1: the shape of a request, and its normal form.
class RequestRulesTest {

    private static final Lifetime USUAL = new Lifetime.Usual();

    private static PeerRequest request(List<String> to, String text) {
        return new PeerRequest("", to, "", USUAL, text, "", "");
    }

    private static Submission usable(PeerRequest request) {
        return assertInstanceOf(Checked.Usable.class, RequestRules.DEFAULTS.check(request))
                .submission();
    }

    private static String refused(PeerRequest request) {
        return assertInstanceOf(Checked.Refused.class, RequestRules.DEFAULTS.check(request))
                .reason();
    }

    private static Targets named(String... ids) {
        return new Targets.Named(List.of(ids).stream().map(DeviceId::new).toList());
    }

    private static List<String> badges(int count) {
        return IntStream.range(0, count).mapToObj(number -> "badge-" + number).toList();
    }

    @Test
    void targetsAreNormalisedAndNamedOnce() {
        Submission one = usable(request(List.of("AA:01", "bb:02", " aa:01 ", "aa%3a01"), "hi"));

        assertEquals(named("aa:01", "bb:02"), one.targets());
    }

    @Test
    void tenTargetsAfterThatAreAllowedAndElevenAreNot() {
        List<String> twice = new ArrayList<>(badges(10));
        twice.addAll(badges(10));

        assertEquals(
                named(badges(10).toArray(String[]::new)), usable(request(twice, "x")).targets());
        assertEquals("to must name at most 10 badges", refused(request(badges(11), "x")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"broadcast", " BROADCAST "})
    void everybodyIsOneWord(String word) {
        assertEquals(new Targets.Everybody(), usable(request(List.of(word), "x")).targets());
    }

    @Test
    void everybodyIsNotNamedWithOthers() {
        assertEquals(
                "to must be broadcast alone, or ids of badges",
                refused(request(List.of("broadcast", "aa:01"), "x")));
    }

    @Test
    void aMessageIsForSomebody() {
        assertEquals("to must name a badge, or be broadcast", refused(request(List.of(), "x")));
        assertEquals("to has an empty id in it", refused(request(List.of("aa:01", " "), "x")));
        assertEquals(
                "to has a wrong id: the id contains control characters",
                refused(request(List.of("a%00b"), "x")));
    }

    @ParameterizedTest
    @CsvSource({"0, false", "1, true", "2000, true", "2001, false"})
    void textHasOneToTwoThousandCharacters(int length, boolean allowed) {
        // Each of these is two chars of Java.
        String text = "😀".repeat(length);

        Checked checked = RequestRules.DEFAULTS.check(request(List.of("aa:01"), text));

        assertEquals(allowed, checked instanceof Checked.Usable);
    }

    @Test
    void textKeepsItsLinesAndLosesWhatNobodySees() {
        assertEquals(
                "one\ntwo\tthree",
                usable(request(List.of("a"), " \u0000one\r\ntwo\tthr\u202Eee\uD800\n ")).text());
    }

    @Test
    void textOfNothingButInvisibleCharactersIsEmpty() {
        assertEquals(
                "payload.text must have 1 to 2000 characters",
                refused(request(List.of("a"), "\u0000 \u202E\n")));
    }

    @ParameterizedTest
    @CsvSource({"999, false", "1000, true", "604800000, true", "604800001, false", "-1, false"})
    void lifetimeIsOneSecondToSevenDays(long millis, boolean allowed) {
        var request =
                new PeerRequest("", List.of("a"), "", new Lifetime.Millis(millis), "text", "", "");

        Checked checked = RequestRules.DEFAULTS.check(request);

        assertEquals(allowed, checked instanceof Checked.Usable);
        if (checked instanceof Checked.Usable usable) {
            assertEquals(Duration.ofMillis(millis), usable.submission().lifetime());
        }
    }

    @Test
    void theUsualLifetimeIsThreeDays() {
        assertEquals(Duration.ofDays(3), usable(request(List.of("a"), "x")).lifetime());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "AZaz09._~-"})
    void aMidOfTheRightFormIsTaken(String mid) {
        assertEquals(
                new Mid(mid),
                usable(new PeerRequest(mid, List.of("a"), "", USUAL, "x", "", "")).mid());
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "a b", "ä", "a/b", "a\n"})
    void aMidOfAnotherFormIsRefused(String mid) {
        assertEquals(
                "mid must be 1 to 64 of A-Z a-z 0-9 . _ ~ -",
                refused(new PeerRequest(mid, List.of("a"), "", USUAL, "x", "", "")));
    }

    @Test
    void aMidHasAtMostSixtyFourCharacters() {
        assertTrue(Mid.isMid("x".repeat(64)));
        assertFalse(Mid.isMid("x".repeat(65)));
        assertThrows(IllegalArgumentException.class, () -> new Mid("x".repeat(65)));
    }

    @Test
    void aCategoryIsReadInAnySpelling() {
        var request = new PeerRequest("", List.of("a"), " Task ", USUAL, "x", "", "notice");

        assertEquals(new Submission.Hint.Given(Category.TASK), usable(request).hint());
    }

    @Test
    void anUnknownCategoryIsRefused() {
        var request = new PeerRequest("", List.of("a"), "job", USUAL, "x", "", "");

        assertEquals(
                "category must be one of task, question, alert, notice, chat", refused(request));
    }

    @Test
    void theContextOnlyHelps() {
        var known = new PeerRequest("", List.of("a"), "", USUAL, "x", "zh-CN", "alert");
        var unknown = new PeerRequest("", List.of("a"), "", USUAL, "x", "what ever", "job");

        assertEquals(new Submission.Hint.Given(Category.ALERT), usable(known).hint());
        assertEquals("zh-CN", usable(known).locale());
        assertEquals(new Submission.Hint.None(), usable(unknown).hint());
        assertEquals("", usable(unknown).locale());
    }

    @Test
    void aRepeatIsTheSameInAnyOrderOfTargets() {
        Submission first = usable(request(List.of("a", "b"), "x"));

        assertTrue(first.isRepeatedBy(usable(request(List.of("b", "a"), "x "))));
        assertFalse(first.isRepeatedBy(usable(request(List.of("a"), "x"))));
        assertFalse(first.isRepeatedBy(usable(request(List.of("a", "b"), "y"))));
        assertFalse(first.isRepeatedBy(usable(request(List.of("broadcast"), "x"))));
    }

    @Test
    void cleaningTwiceIsCleaningOnce() {
        Seeded random = new Seeded(7);
        for (int round = 0; round < 5_000; round++) {
            String text = PeerText.cleaned(random.text(9));
            assertEquals(text, PeerText.cleaned(text));
            String line = PeerText.line(text, 5);
            assertEquals(line, PeerText.line(line, 5));
            assertTrue(PeerText.length(line) <= 5);
        }
    }

    @Test
    void rulesThatAllowNothingAreABug() {
        Duration usual = Duration.ofDays(3);
        assertThrows(IllegalArgumentException.class, () -> new RequestRules(0, usual));
        assertThrows(
                IllegalArgumentException.class, () -> new RequestRules(1, Duration.ofMillis(999)));
    }
}
