package dev.supie.architecture.tidy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

class RuleIdsTest {

    private static final RuleIds IDS =
            RuleIds.read(
                    SourceTree.read(
                            SourceTree.root()
                                    .resolve(
                                            "architecture-tests/src/test/resources/rule-ids.txt")));

    @Test
    void everyRuleThatASourceCitesExists() {
        assertEquals(
                List.of(),
                SourceTree.files().stream()
                        .filter(file -> !file.path().endsWith("/RuleIdsTest.java"))
                        .flatMap(file -> IDS.unknownIn(file.path(), file.text()).stream())
                        .toList());
    }

    @Test
    void everyRuleThatADocumentCitesExists() throws IOException {
        assertEquals(
                List.of(),
                documents().stream()
                        .flatMap(path -> IDS.unknownIn(path.toString(), prose(path)).stream())
                        .toList());
    }

    @Test
    void plantedUnknownRulesAreFound() {
        assertEquals(
                List.of("no rule MTG-77", "no rule MGT-6", "no rule T77"),
                whats("var made = \"MTG-77\";\n/// MGT-6 is a slip, T77 too, UTF-8 is not.\n"));
    }

    @Test
    void whatIsNoCitationIsLeftAlone() {
        assertEquals(List.of(), whats("say(\"ticket ABC-12\"); // MTG-6, T14\n"));
    }

    private static List<String> whats(String text) {
        return IDS.unknownIn("Planted.java", text).stream().map(Finding::what).toList();
    }

    /// A link in a document is no comment.
    private static String prose(Path path) {
        return SourceTree.read(path).replace("//", "  ");
    }

    private static List<Path> documents() throws IOException {
        List<Path> documents = new ArrayList<>(markdown(SourceTree.root(), 1));
        documents.addAll(markdown(SourceTree.root().resolve("docs"), Integer.MAX_VALUE));
        return documents;
    }

    private static List<Path> markdown(Path folder, int depth) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> paths = Files.walk(folder, depth)) {
            return paths.filter(path -> path.toString().endsWith(".md")).toList();
        }
    }
}
