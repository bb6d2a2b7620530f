package dev.supie.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The text of each library's licence is in the archive: in its jar or in `licences`.
final class LicenceTextsTest {

    private static final Path FOLDER = Path.of("src/main/dist/licences");
    private static final Pattern TEXT =
            Pattern.compile("(?i)(?:.*/)?[^/]*(?:licen[cs]e|copying)[^/]*");
    private static final Pattern VERSION = Pattern.compile("-[0-9]+\\..*\\.jar$");

    /// No licence is shorter.
    private static final int CHARS_MIN = 800;

    /// What Apache-2.0 wants at the top of each file, which only says where the licence is.
    private static final int NOTICE_MAX = 900;

    @Test
    void everyJarWithoutATextHasOneBesideIt() throws IOException {
        Set<String> without = new TreeSet<>();
        for (Path jar : jars()) {
            if (!holdsText(jar)) {
                without.add(VERSION.matcher(jar.getFileName().toString()).replaceFirst(""));
            }
        }
        assertEquals(without, table().keySet());
    }

    @Test
    void everyTextIsThereAndNamed() throws IOException {
        Set<String> named =
                table().values().stream()
                        .flatMap(texts -> Stream.of(texts.split(", ", -1)))
                        .collect(Collectors.toCollection(TreeSet::new));
        try (Stream<Path> files = Files.list(FOLDER)) {
            assertEquals(
                    files.map(file -> file.getFileName().toString())
                            .filter(name -> name.endsWith(".txt"))
                            .collect(Collectors.toCollection(TreeSet::new)),
                    named);
        }
        for (String text : named) {
            assertTrue(Files.readString(FOLDER.resolve(text)).length() > CHARS_MIN, text);
        }
    }

    private static boolean holdsText(Path jar) throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            return file.stream()
                    .filter(entry -> !entry.isDirectory())
                    .anyMatch(
                            entry ->
                                    !entry.getName().endsWith(".class")
                                            && entry.getSize() > NOTICE_MAX
                                            && TEXT.matcher(entry.getName()).matches());
        }
    }

    private static Stream<Path> listed() throws IOException {
        Path list = Path.of(System.getProperty("supie.target"), "class-path.txt");
        return Stream.of(Files.readString(list).strip().split(":", -1)).map(Path::of);
    }

    private static Set<Path> jars() throws IOException {
        try (Stream<Path> all = listed()) {
            return all.filter(jar -> !jar.getFileName().toString().startsWith("supie-"))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static Map<String, String> table() throws IOException {
        Map<String, String> rows = new TreeMap<>();
        Files.readAllLines(FOLDER.resolve("README.md")).stream()
                .filter(line -> line.startsWith("| "))
                .skip(2)
                .map(line -> line.split("\\|", -1))
                .forEach(cells -> rows.put(cells[1].strip(), cells[2].strip()));
        return rows;
    }
}
