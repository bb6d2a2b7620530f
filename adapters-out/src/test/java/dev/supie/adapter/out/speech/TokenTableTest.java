package dev.supie.adapter.out.speech;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import java.util.List;

class TokenTableTest {

    private final TokenTable table = TokenTable.load();

    @Test
    void thereAreAsManyPiecesAsTheModelHasTexts() {
        assertEquals(32_000, table.size());
    }

    @Test
    void theMarkOfASpaceIsASpace() {
        // "▁t", "er", "in"
        assertEquals("terin", table.text(List.of(260, 261, 262)));
        assertEquals("t t", table.text(List.of(260, 260)));
    }

    @Test
    void aCharacterMayBeSpreadOverSingleBytes() {
        // U+00E9 is C3 A9 in UTF-8, and byte b is the piece 3 + b.
        assertEquals("é", table.text(List.of(3 + 0xC3, 3 + 0xA9)));
    }

    @Test
    void marksAndIdsBeyondTheTableAreNoText() {
        assertEquals("", table.text(List.of(0, 1, 2, 32_000, 32_767)));
    }

    @Test
    void nothingIsAnEmptyText() {
        assertEquals("", table.text(List.of()));
    }
}
