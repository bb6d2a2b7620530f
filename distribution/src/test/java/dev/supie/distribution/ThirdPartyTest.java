package dev.supie.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// `THIRD-PARTY.md` names the libraries that are in the archive; `build/third-party.py` writes it.
final class ThirdPartyTest {

    @Test
    void pageNamesEveryLibraryAndNoOther() throws IOException {
        assertEquals(jars(), rows().stream().map(row -> row.split("\\|", -1)[1].strip()).toList());
    }

    @Test
    void everyLibrarySaysItsLicence() throws IOException {
        for (String row : rows()) {
            assertFalse(row.split("\\|", -1)[2].contains("not said"), row);
        }
    }

    private static List<String> jars() throws IOException {
        Path list = Path.of(System.getProperty("supie.target"), "class-path.txt");
        return Stream.of(Files.readString(list).strip().split(":", -1))
                .map(path -> path.substring(path.lastIndexOf('/') + 1))
                .filter(name -> !name.startsWith("supie-"))
                .sorted()
                .map(name -> name.replaceFirst("\\.jar$", ""))
                .toList();
    }

    private static List<String> rows() throws IOException {
        return Files.readAllLines(Path.of("../THIRD-PARTY.md")).stream()
                .filter(line -> line.startsWith("| "))
                .skip(2)
                .toList();
    }
}
