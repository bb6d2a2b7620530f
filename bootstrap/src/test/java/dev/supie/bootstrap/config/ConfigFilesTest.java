package dev.supie.bootstrap.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// CFG-1 over a table of files: what is said about each, word for word.
///
/// `config-files.txt` holds one case after the other: a title after `###`, the file, and what is
/// said about it, each line after `>`. A case without such a line is accepted without a word.
final class ConfigFilesTest {

    /// One file and the lines it should cause.
    record Case(String title, String yaml, List<String> said) {
        @Override
        public String toString() {
            return title;
        }
    }

    static Stream<Case> cases() {
        List<Case> cases = new ArrayList<>();
        for (String block : ConfigText.resource("config-files.txt").split("(?m)^### ", -1)) {
            if (block.isBlank() || block.startsWith("#")) {
                continue;
            }
            List<String> lines = block.lines().toList();
            List<String> said = new ArrayList<>();
            var yaml = new StringBuilder();
            for (String line : lines.subList(1, lines.size())) {
                if (line.startsWith("> ")) {
                    said.add(line.substring(2));
                } else {
                    yaml.append(line).append('\n');
                }
            }
            cases.add(new Case(lines.getFirst(), yaml.toString(), said));
        }
        assertTrue(cases.size() >= 50, "only " + cases.size() + " cases were read");
        return cases.stream();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void saysExactlyThis(Case files, @TempDir Path folder) {
        var text = new ConfigText(folder);
        List<String> said =
                switch (text.read(files.yaml())) {
                    case ConfigResult.Loaded loaded -> text.warnings(loaded);
                    case ConfigResult.Invalid invalid -> text.problems(invalid);
                };

        assertEquals(String.join("\n", files.said()), String.join("\n", said));
    }
}
