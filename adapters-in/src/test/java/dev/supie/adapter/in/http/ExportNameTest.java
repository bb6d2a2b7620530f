package dev.supie.adapter.in.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.OffsetDateTime;

/// Under which name a browser keeps an exported meeting.
class ExportNameTest {

    private static final OffsetDateTime NIGHT = OffsetDateTime.parse("2026-11-22T00:30:00+08:00");
    private static final String PLAIN = "attachment; filename=\"meeting-2026-11-22-m1.md\"; ";

    private static String telling(String title) {
        String disposition = new ExportName("m1", title, NIGHT).disposition("md");
        assertTrue(disposition.startsWith(PLAIN), disposition);
        return disposition.substring(PLAIN.length());
    }

    @ParameterizedTest
    @CsvSource({
        "Weekly review, filename*=UTF-8''2026-11-22%20Weekly%20review.md",
        "周会, filename*=UTF-8''2026-11-22%20%E5%91%A8%E4%BC%9A.md",
        "🚀, filename*=UTF-8''2026-11-22%20%F0%9F%9A%80.md",
        "a/b\\c:d, filename*=UTF-8''2026-11-22%20a%20b%20c%20d.md",
        "../../etc/passwd, filename*=UTF-8''2026-11-22%20..%20etc%20passwd.md",
        "What?, filename*=UTF-8''2026-11-22%20What.md"
    })
    void dayAndTitleAreTheName(String title, String name) {
        assertEquals(name, telling(title));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "///", "...", "\r\n", "\u0000"})
    void withoutAUsableTitleItIsTheId(String title) {
        assertEquals("filename*=UTF-8''meeting-2026-11-22-m1.md", telling(title));
    }

    @Test
    void nothingLeavesTheHeader() {
        String disposition = telling("\"; x=\"\r\nSet-Cookie: a=b");

        assertTrue(disposition.matches("[A-Za-z0-9*='._~%-]+"), disposition);
    }

    @Test
    void aLongTitleIsCutBetweenCharacters() {
        assertEquals(
                "filename*=UTF-8''2026-11-22%20" + "%F0%9F%9A%80".repeat(50) + ".md",
                telling("🚀".repeat(200)));
    }
}
