package dev.supie.domain.coding.signal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Optional;
import java.util.stream.Stream;

/// Places in all forms that compilers use.
final class LocatedTest {

    /// A line and the place in it.
    record Row(String text, String file, int line, int column, String lead, String rest) {
        Located found() {
            return new Located(new Place(file, line), column, lead, rest);
        }
    }

    static Stream<Row> rows() {
        return Stream.of(
                new Row("a.c:12:5: error: x", "a.c", 12, 5, "", "error: x"),
                new Row("a.c:12: error: x", "a.c", 12, 0, "", "error: x"),
                new Row("/x/A.java:[12,8] text", "/x/A.java", 12, 8, "", "text"),
                new Row("src/a.ts(12,5): error", "src/a.ts", 12, 5, "", "error"),
                new Row("src/a.ts:12:5 - error", "src/a.ts", 12, 5, "", "error"),
                new Row("e: /x/A.kt: (12, 5): text", "/x/A.kt", 12, 5, "e:", "text"),
                new Row("e: file:///x/A.kt:12:5 text", "/x/A.kt", 12, 5, "e:", "text"),
                new Row("--> src/main.rs:4:5", "src/main.rs", 4, 5, "-->", ""),
                new Row("at f (src/a.js:8:20)", "src/a.js", 8, 20, "at f (", ""),
                new Row("vet: ./x.go:3:2: text", "./x.go", 3, 2, "vet:", "text"),
                new Row("C:\\w\\a.cpp(12): error", "C:\\w\\a.cpp", 12, 0, "", "error"),
                new Row("a b/c.py:3: E", "b/c.py", 3, 0, "a", "E"),
                new Row("host.example:80 a.go:7:1: x", "a.go", 7, 1, "host.example:80", "x"),
                new Row("a.c:99999999999:5: x", "a.c", 999_999, 5, "", "x"));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void theFirstPlaceInASourceIsFound(Row row) {
        assertEquals(Optional.of(row.found()), Located.in(row.text()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", ":", "a.c", "a.c:", "a.c: 12", "12:5: x", "host.example:443 refused",
                "127.0.0.1:8080", "go:12", ".c", "10:00:00 on", "a.txt:12: x", "a c:12", ":12:c"
            })
    void whatIsNoPlaceInASourceIsNotTakenForOne(String text) {
        assertTrue(Located.in(text).isEmpty());
    }
}
