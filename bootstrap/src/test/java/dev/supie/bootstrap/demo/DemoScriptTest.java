package dev.supie.bootstrap.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.util.List;

/// What is read out of the demo's meeting.
final class DemoScriptTest {

    @Test
    void linesAreCutWhereTheCableIsPulled() {
        DemoScript script =
                DemoScript.read(
                        List.of(
                                "# A comment",
                                "00:04 Maya: Good morning: all",
                                "",
                                "00:09 小周: 早",
                                "# -- cable pulled here --",
                                "100:01 Maya: Back again"));

        assertEquals(
                List.of(
                        new DemoScript.Line("Maya", "Good morning: all"),
                        new DemoScript.Line("小周", "早")),
                script.before());
        assertEquals(List.of(new DemoScript.Line("Maya", "Back again")), script.after());
    }

    @Test
    void repeatedLineCountsOnce() {
        DemoScript script =
                DemoScript.read(List.of("00:01 A: One", "00:02 A: One", "00:03 A: Two"));

        assertEquals(3, script.before().size());
        assertEquals(2, script.distinctLines());
    }

    @Test
    void shippedMeetingHasAboutFortyLinesInTwoLanguagesAndACutInTheMiddle() throws IOException {
        DemoScript script = DemoScript.load();

        int lines = script.before().size() + script.after().size();
        assertTrue(lines >= 35 && lines <= 50, () -> lines + " lines");
        assertEquals(lines - 1, script.distinctLines());
        assertTrue(script.before().size() > lines / 3, () -> "before: " + script.before().size());
        assertTrue(script.after().size() > lines / 3, () -> "after: " + script.after().size());
        assertTrue(script.before().stream().anyMatch(line -> isChinese(line.text())));
        assertTrue(script.before().stream().anyMatch(line -> !isChinese(line.text())));
    }

    private static boolean isChinese(String text) {
        return text.codePoints()
                .anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN);
    }
}
