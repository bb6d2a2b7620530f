package dev.supie.architecture.tidy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import java.util.List;

class LeftoversTest {

    @Test
    void nothingIsLeftOver() {
        assertEquals(
                List.of(),
                SourceTree.files().stream().flatMap(file -> Leftovers.in(file).stream()).toList());
    }

    @Test
    void plantedNotesAndTabsAreFound() {
        var planted =
                SourceFile.planted(
                        "Planted.java",
                        """
                        // TO\
                        DO: later
                        // FIX\
                        ME: soon
                        // XX\
                        X
                        \tclass Planted {}
                        """);

        assertEquals(
                List.of(1L, 2L, 3L, 4L),
                Leftovers.in(planted).stream().map(Finding::line).toList());
    }
}
