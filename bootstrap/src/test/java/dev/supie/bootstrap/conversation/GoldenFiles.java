package dev.supie.bootstrap.conversation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/// The conversations as files, by name without ending.
final class GoldenFiles {

    private static final Path FOLDER = Path.of("src/test/resources/conversations");
    private static final String ENDING = ".txt";

    private GoldenFiles() {}

    static SortedMap<String, String> texts() {
        SortedMap<String, String> texts = new TreeMap<>();
        try (Stream<Path> files = Files.list(FOLDER)) {
            for (Path file : files.toList()) {
                String name = file.getFileName().toString();
                if (!name.endsWith(ENDING)) {
                    throw new IllegalStateException("no conversation: " + file);
                }
                texts.put(
                        name.substring(0, name.length() - ENDING.length()), Files.readString(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }
}
