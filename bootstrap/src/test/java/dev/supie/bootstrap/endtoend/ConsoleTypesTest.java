package dev.supie.bootstrap.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// The scripts of the console are JavaScript as browsers run it; their types stand in comments, and
/// here the TypeScript compiler holds them to it. Words that are not in the list of words are wrong
/// types too.
@Timeout(180)
final class ConsoleTypesTest {

    private static final String COMPILER_VERSION = "5.9.3";
    private static final Path SCRIPTS =
            Path.of("../adapters-in/src/main/resources/dev/supie/adapter/in/console");
    private static final Path AUDIO_THREAD =
            Path.of("src/test/resources/console/audio-thread.d.ts");

    @Test
    void everyScriptKeepsToItsTypes() throws IOException, InterruptedException {
        List<Path> scripts = scripts();

        assertTrue(scripts.size() > 10, scripts.toString());
        assertEquals("", checked(scripts));
    }

    @Test
    void aPlantedSlipIsFound(@TempDir Path folder) throws IOException, InterruptedException {
        Path planted = folder.resolve("planted.js");
        Files.writeString(planted, "/** @param {number} n */\nconst twice = (n) => n + n.size;\n");

        String said = checked(List.of(planted));

        assertTrue(said.contains("'size' does not exist on type 'number'"), said);
    }

    private static List<Path> scripts() throws IOException {
        try (Stream<Path> files = Files.walk(SCRIPTS)) {
            return files.filter(file -> file.toString().endsWith(".js")).sorted().toList();
        }
    }

    private static String checked(List<Path> scripts) throws IOException, InterruptedException {
        List<String> arguments =
                new ArrayList<>(
                        List.of(
                                "--noEmit",
                                "--allowJs",
                                "--checkJs",
                                "--strict",
                                "--noUncheckedIndexedAccess",
                                "--noUnusedLocals",
                                "--noImplicitReturns",
                                "--skipLibCheck",
                                "--target",
                                "es2023",
                                "--module",
                                "esnext",
                                "--moduleResolution",
                                "bundler",
                                "--lib",
                                "es2023,dom,dom.iterable,dom.asynciterable",
                                AUDIO_THREAD.toAbsolutePath().toString()));
        scripts.forEach(script -> arguments.add(script.toAbsolutePath().normalize().toString()));
        return NpmPackage.fetched("typescript", COMPILER_VERSION).start("bin/tsc", arguments);
    }
}
