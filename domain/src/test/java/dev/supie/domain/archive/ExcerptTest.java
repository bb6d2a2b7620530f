package dev.supie.domain.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.supie.domain.archive.Excerpt.Mark;
import dev.supie.domain.archive.SearchTerms.Reading;
import dev.supie.domain.kernel.Seeded;

import org.junit.jupiter.api.Test;

import java.util.List;

/// REST-1: what is shown round a find, and what of it is marked.
class ExcerptTest {

    private static final Excerpt.Place TITLE = new Excerpt.Place.Title();

    private static final List<String> PIECES = List.of("a", "b", "c", "a", "b", "c", "d", "🚀");

    private static Excerpt excerpt(String question, String text) {
        SearchTerms terms =
                assertInstanceOf(Reading.Understood.class, SearchTerms.read(question)).terms();
        return Excerpt.of(TITLE, text, terms.in(text));
    }

    @Test
    void aShortTextIsShownWhole() {
        assertEquals(
                new Excerpt(TITLE, "Budget and 预算", List.of(new Mark(0, 6), new Mark(11, 13))),
                excerpt("budget 预算", "Budget and 预算"));
    }

    @Test
    void aLongTextIsShownRoundTheFirstFind() {
        Excerpt excerpt = excerpt("here", "a".repeat(500) + "here" + "b".repeat(500) + "here");

        assertEquals("…" + "a".repeat(40) + "here" + "b".repeat(116) + "…", excerpt.text());
        assertEquals(List.of(new Mark(41, 45)), excerpt.marks());
    }

    @Test
    void noSurrogatePairIsCut() {
        Excerpt excerpt = excerpt("here", "🚀".repeat(200) + "xhere" + "🚀".repeat(200));

        assertTrue(excerpt.text().startsWith("…🚀"), excerpt.text());
        assertTrue(excerpt.text().endsWith("🚀…"), excerpt.text());
        assertEquals(
                List.of("here"),
                excerpt.marks().stream()
                        .map(mark -> excerpt.text().substring(mark.start(), mark.end()))
                        .toList());
    }

    @Test
    void marksThatOverlapOrTouchAreOne() {
        assertEquals(List.of(new Mark(0, 4)), excerpt("abc bcd", "abcd").marks());
        assertEquals(List.of(new Mark(0, 4)), excerpt("ab cd", "abcd").marks());
        assertEquals(List.of(new Mark(1, 6)), excerpt("bcdef cd", "abcdefg").marks());
    }

    @Test
    void aFindLongerThanTheExcerptIsMarkedAsFarAsItIsShown() {
        Excerpt excerpt = excerpt("x".repeat(200), "y".repeat(50) + "x".repeat(200));

        assertEquals(List.of(new Mark(41, 161)), excerpt.marks());
        assertEquals(162, excerpt.text().length());
    }

    @Test
    void whateverIsFoundIsShownAndMarkedWithinTheLimit() {
        for (long seed = 1; seed <= 2000; seed++) {
            var random = new Seeded(seed);
            StringBuilder text = new StringBuilder();
            int length = 1 + random.below(400);
            for (int i = 0; i < length; i++) {
                text.append(random.oneOf(PIECES));
            }
            text.append("ab");
            Excerpt excerpt = excerpt("ab c", text.toString());
            assertTrue(excerpt.text().length() <= Excerpt.CHARS_MAX + 2, "seed " + seed);
            int last = -1;
            for (Mark mark : excerpt.marks()) {
                assertTrue(mark.start() > last && mark.end() > mark.start(), "seed " + seed);
                assertTrue(
                        excerpt.text().substring(mark.start(), mark.end()).matches("[abc]+"),
                        "seed " + seed);
                last = mark.end();
            }
            assertTrue(last > 0, "seed " + seed);
        }
    }
}
