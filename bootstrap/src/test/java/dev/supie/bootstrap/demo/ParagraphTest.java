package dev.supie.bootstrap.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import java.util.List;

final class ParagraphTest {

    @Test
    void linesBreakBetweenWords() {
        assertEquals(
                List.of("ask what", "you can", "do"), Paragraph.lines("ask what you can do", 8));
        assertEquals(List.of("a", "country", "b"), Paragraph.lines(" a country  b ", 4));
        assertEquals(List.of(""), Paragraph.lines("", 4));
    }

    @Test
    void theTailBeginsWithAWord() {
        assertEquals("ask what", Paragraph.tail("ask what", 8));
        assertEquals("… you can", Paragraph.tail("ask what you can", 9));
        assertEquals("… you can", Paragraph.tail("ask what you can", 10));
        assertEquals("… ries", Paragraph.tail("countries", 6));
    }
}
