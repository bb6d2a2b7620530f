package dev.supie.adapter.out.llm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;

/// Links in minutes come from the meeting or not at all.
class LinkFilterTest {

    private static final LinkFilter FILTER =
            LinkFilter.of(
                    Requests.saying("see https://Wiki.Example/a?b=1 and www.example.com, then go"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Go to https://evil.example/x?y=1#z now | Go to now",
                "Go to (http://evil.example) now | Go to now",
                "[Minutes](https://evil.example) | [Minutes]",
                "详见https://evil.example。谢谢 | 详见 。谢谢",
                "ftp://evil.example | ''",
                "mailto:a@evil.example please | please",
                "click javascript:alert(1) | click (1)",
                "click data:text/html;base64,AAAA | click",
                "see evil.com/pay | see",
                "see pay.evil.cn. | see .",
                "see WWW.EVIL.EXAMPLE | see",
                "https://wiki.example.evil.net/a | ''"
            })
    void linkThatNobodySaidIsTakenOut(String line, String filtered) {
        assertEquals(filtered, FILTER.filtered(line));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "See https://wiki.example/a?b=1.",
                "See https://Wiki.Example/a",
                "See www.example.com, please",
                "See example.com",
                "Version 1.2.3 costs $2.50 (net)",
                "Node.js and e.g. this, i.e. that",
                "预算3.5万元，a.b.c"
            })
    void everythingElseStays(String line) {
        assertEquals(line, FILTER.filtered(line));
    }

    @Test
    void linksInTheNotesWereSaidToo() {
        var filter = LinkFilter.of(Requests.request());
        assertEquals("budget", filter.filtered("budget https://x.example"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.", "a", "-.", "a-", "(", "://", "www.", "a:"})
    void timeIsLinear(String piece) {
        String line = piece.repeat(LineCoercion.LINE_CHARS_MAX / piece.length());
        assertTimeout(Duration.ofSeconds(2), () -> FILTER.filtered(line));
    }
}
