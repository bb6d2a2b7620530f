package dev.supie.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.MethodModel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/// The jOOQ of the archive has all that anybody there asks of it (ADR 0034), as far as that can be
/// told from class files; the tests of the database run with it, too.
final class ReachableTest {

    private static final Path LIBRARY =
            Path.of(System.getProperty("supie.target"))
                    .resolve("supie-" + System.getProperty("supie.version"))
                    .resolve("lib");

    private final Linking linking = new Linking("org/jooq/");

    @BeforeEach
    void readTheArchive() throws IOException {
        try (Stream<Path> files = Files.list(LIBRARY)) {
            for (Path jar : files.filter(file -> file.toString().endsWith(".jar")).toList()) {
                try (JarFile opened = new JarFile(jar.toFile())) {
                    linking.add(opened);
                }
            }
        }
    }

    @Test
    void whateverIsNamedIsThere() {
        assertEquals(Set.of(), linking.missing());
    }

    @Test
    void classesHaveTheMethodsTheyPromise() {
        assertEquals(Set.of(), linking.unimplemented());
    }

    @Test
    void aMethodThatIsGoneIsMissed() {
        without("org/jooq/impl/DSL", "using");
        assertTrue(
                linking.missing().stream().anyMatch(name -> name.startsWith("org/jooq/impl/DSL.")),
                () -> linking.missing().toString());
    }

    @Test
    void anImplementationThatIsGoneIsMissed() {
        without("org/jooq/impl/DefaultDSLContext", "execute");
        without("org/jooq/impl/AbstractScope", "execute");
        assertFalse(linking.unimplemented().isEmpty());
    }

    @Test
    void mostOfItIsGone() throws IOException {
        Path original =
                Stream.of(
                                Files.readString(
                                                Path.of(
                                                        System.getProperty("supie.target"),
                                                        "class-path.txt"))
                                        .strip()
                                        .split(":", -1))
                        .map(Path::of)
                        .filter(jar -> jar.getFileName().toString().startsWith("jooq-"))
                        .findFirst()
                        .orElseThrow();
        List<Long> methods =
                List.of(
                        methods(original),
                        methods(LIBRARY.resolve(original.getFileName().toString())));
        assertTrue(methods.getLast() < methods.getFirst() / 2, methods::toString);
    }

    private static long methods(Path jar) throws IOException {
        long count = 0;
        try (JarFile opened = new JarFile(jar.toFile())) {
            for (var entry : opened.stream().toList()) {
                if (entry.getName().endsWith(".class")) {
                    byte[] bytes = opened.getInputStream(entry).readAllBytes();
                    count += ClassFile.of().parse(bytes).methods().size();
                }
            }
        }
        return count;
    }

    private void without(String type, String method) {
        linking.add(
                ClassFile.of()
                        .transformClass(
                                linking.get(type),
                                ClassTransform.dropping(
                                        element ->
                                                element instanceof MethodModel found
                                                        && found.methodName()
                                                                .equalsString(method))));
    }
}
