package dev.supie.architecture.tidy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import java.util.List;

class DocumentationTest {

    @Test
    void everyPublicTypeAndPackageIsDocumented() {
        assertEquals(
                List.of(),
                JavaSources.parse(SourceTree.shipped()).stream()
                        .flatMap(source -> Documentation.in(source).stream())
                        .toList());
    }

    @Test
    void aPublicTypeWithoutMarkdownIsFound() {
        assertEquals(List.of("Planted is undocumented"), found("public record Planted() {}"));
        assertEquals(
                List.of("Planted is undocumented"),
                found("/** The old form. */\npublic record Planted() {}"));
    }

    @Test
    void aDocumentedOrHiddenTypeIsFine() {
        assertEquals(List.of(), found("/// A thing.\n@Deprecated\npublic record Planted() {}"));
        assertEquals(List.of(), found("record Planted() {}"));
    }

    @Test
    void aSilentPackageIsFound() {
        var planted = SourceFile.planted("package-info.java", "package dev.supie.planted;");

        assertEquals(
                List.of("the package is not @NullMarked", "the package is undocumented"),
                whats(Documentation.in(JavaSources.parse(planted))));
    }

    private static List<String> found(String text) {
        return whats(Documentation.in(JavaSources.parse(SourceFile.planted("Planted.java", text))));
    }

    private static List<String> whats(List<Finding> findings) {
        return findings.stream().map(Finding::what).toList();
    }
}
