package dev.supie.adapter.in.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// Everything that takes bytes from strangers, under a fuzzer that is guided by coverage, each in a
/// process of its own. See docs/TESTING.md for how to let it run longer and what to do with what it
/// finds.
class FuzzTest {

    /// For each target: `-Dfuzz.seconds=600` for longer.
    private static final int SECONDS = Integer.getInteger("fuzz.seconds", 8);

    /// Fresh each time, unless `-Dfuzz.seed` repeats an earlier one.
    private static final int SEED =
            Integer.getInteger("fuzz.seed", ThreadLocalRandom.current().nextInt(1, 1_000_000));

    /// How much longer than told the process may take to start and to end.
    private static final int SPARE_SECONDS = 120;

    @TestFactory
    Stream<DynamicTest> everyInputThatIsKeptIsHarmless() {
        return Arrays.stream(FuzzTarget.values())
                .flatMap(
                        target ->
                                FuzzInputs.of(target).stream()
                                        .map(
                                                file ->
                                                        DynamicTest.dynamicTest(
                                                                target + " " + file.getFileName(),
                                                                () ->
                                                                        target.feed(
                                                                                Files.readAllBytes(
                                                                                        file)))));
    }

    @ParameterizedTest
    @EnumSource
    void nothingThatIsFoundIsHarmful(FuzzTarget target, @TempDir Path folder)
            throws IOException, InterruptedException {
        Path output = folder.resolve("output");
        Process fuzzer =
                new ProcessBuilder(command(target, Files.createDirectory(folder.resolve("new"))))
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile())
                        .start();
        try {
            boolean ended = fuzzer.waitFor(SECONDS + SPARE_SECONDS, TimeUnit.SECONDS);
            String said = "-Dfuzz.seed=" + SEED + "\n" + tail(output);
            assertTrue(ended, said);
            assertEquals(0, fuzzer.exitValue(), said);
            assertTrue(said.contains("Done "), said);
        } finally {
            fuzzer.destroyForcibly().waitFor();
        }
    }

    /// The last lines: a finding comes with its stack and the input in Base64.
    private static String tail(Path output) throws IOException {
        List<String> lines = Files.readAllLines(output);
        return String.join("\n", lines.subList(Math.max(0, lines.size() - 60), lines.size()));
    }

    private static List<String> command(FuzzTarget target, Path found) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx384m",
                "-XX:+UseSerialGC",
                "-XX:+EnableDynamicAgentLoading",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                "com.code_intelligence.jazzer.Jazzer",
                "--target_class=" + target.className(),
                "--instrumentation_includes=dev.supie.**",
                "-seed=" + SEED,
                "-max_total_time=" + SECONDS,
                "-max_len=4096",
                "-timeout=30",
                "-rss_limit_mb=0",
                "-print_final_stats=1",
                found.toString(),
                FuzzInputs.folder(target).toString());
    }
}
