package dev.supie.domain.coding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.supie.domain.coding.log.LogLine;
import dev.supie.domain.coding.log.LogWindow;
import dev.supie.domain.kernel.Seeded;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.stream.IntStream;

/// COD-4: at most 1600 characters of log.
final class ExcerptTest {

    private static LogWindow window(List<LogLine> lines) {
        return LogWindow.EMPTY.with(lines, 200);
    }

    @Test
    void aShortLogIsShownAsItIs() {
        LogWindow window = window(List.of(new LogLine("one", false), new LogLine("two", true)));

        assertEquals("one\ntwo", Excerpt.of(window, 1600));
        assertEquals("", Excerpt.of(LogWindow.EMPTY, 1600));
    }

    @Test
    void whatSaysSomethingIsShownThoughItIsLongAgo() {
        List<LogLine> lines =
                IntStream.rangeClosed(1, 200)
                        .mapToObj(number -> new LogLine("line number " + number, number == 3))
                        .toList();
        String excerpt = Excerpt.of(window(lines), 100);

        assertTrue(excerpt.startsWith("line number 3\nline number 19"), excerpt);
        assertTrue(excerpt.endsWith("\nline number 200"), excerpt);
    }

    @Test
    void theNewestLinesHaveTheirThirdEvenIfAllOthersSaySomething() {
        List<LogLine> lines =
                IntStream.rangeClosed(1, 50)
                        .mapToObj(number -> new LogLine("line number " + number, number <= 40))
                        .toList();
        String excerpt = Excerpt.of(window(lines), 150);

        assertTrue(excerpt.contains("line number 40"), excerpt);
        assertTrue(excerpt.endsWith("line number 50"), excerpt);
    }

    @Test
    void aLineThatIsTooLongByItselfIsCut() {
        assertEquals("abc", Excerpt.of(window(List.of(new LogLine("abcdef", true))), 3));
        assertEquals("ab", Excerpt.of(window(List.of(new LogLine("ab😀", true))), 3));
    }

    @Test
    void itIsNeverLongerThanAllowed() {
        for (long seed = 1; seed <= 500; seed++) {
            Seeded random = new Seeded(seed);
            List<LogLine> lines =
                    IntStream.range(0, random.below(60))
                            .mapToObj(_ -> new LogLine(random.text(20), random.oneIn(3)))
                            .toList();
            int max = 1 + random.below(300);

            int length = Excerpt.of(window(lines), max).length();
            assertTrue(length <= max, "seed " + seed + ": " + length + " of " + max);
        }
    }
}
