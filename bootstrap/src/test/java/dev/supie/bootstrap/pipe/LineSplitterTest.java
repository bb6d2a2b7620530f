package dev.supie.bootstrap.pipe;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

final class LineSplitterTest {

    private final List<String> lines = new ArrayList<>();
    private final LineSplitter splitter = new LineSplitter(lines::add);

    private void add(byte[] bytes, int chunk) {
        for (int from = 0; from < bytes.length; from += chunk) {
            byte[] part = Arrays.copyOfRange(bytes, from, Math.min(from + chunk, bytes.length));
            splitter.add(part, part.length);
        }
        splitter.end();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 100})
    void linesAreTheSameHoweverTheBytesCome(int chunk) {
        add("构建失败\n\nerror: 😀\r\nno end".getBytes(StandardCharsets.UTF_8), chunk);

        assertEquals(List.of("构建失败", "", "error: 😀\r", "no end"), lines);
    }

    @Test
    void ofALongLineOnlyTheBeginningIsKept() {
        byte[] bytes = new byte[3 * LineSplitter.LINE_BYTES_MAX];
        Arrays.fill(bytes, (byte) 'x');
        splitter.add(bytes, bytes.length);
        add("\nshort\n".getBytes(StandardCharsets.UTF_8), 3);

        assertEquals(List.of("x".repeat(LineSplitter.LINE_BYTES_MAX), "short"), lines);
    }

    @Test
    void whatIsNoTextIsReplaced() {
        add(new byte[] {(byte) 0xFF, 'a', '\n'}, 3);

        assertEquals(List.of("\uFFFDa"), lines);
    }
}
