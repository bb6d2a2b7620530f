package dev.supie.application.tool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ToolTextTest {

    @Test
    void aTextWithinTheLimitStaysAsItIs() {
        assertEquals("0123456789", ToolText.cut("0123456789", 10));
    }

    @Test
    void aLongerOneIsCutAndSaysSo() {
        assertEquals("01234567890 … (cut)", ToolText.cut("0123456789012345678901", 19));
    }

    @Test
    void noCharacterIsCutInHalf() {
        String cut = ToolText.cut("x" + "😀".repeat(20), 12 + 8);

        assertFalse(Character.isHighSurrogate(cut.charAt(cut.indexOf(" … (cut)") - 1)), cut);
        assertTrue(cut.length() <= 20);
    }

    @Test
    void aResultIsNoLongerThanItMayBe() {
        assertEquals(
                ToolResult.TEXT_MAX,
                ToolResult.of("x".repeat(ToolResult.TEXT_MAX + 1)).text().length());
    }

    @Test
    void whatPeopleSayStaysOnOneLine() {
        assertEquals("a b", ToolText.line(" a\n\u2028b\u0007 ", 100));
    }

    @Test
    void linesAreAddedWhileThereIsRoom() {
        ToolLines lines = new ToolLines();
        int added = 0;
        while (lines.add("x".repeat(ToolLines.LINE_MAX + 1))) {
            added++;
        }

        assertEquals(6, added);
        assertTrue(lines.result("y".repeat(200)).text().length() <= ToolResult.TEXT_MAX);
    }
}
