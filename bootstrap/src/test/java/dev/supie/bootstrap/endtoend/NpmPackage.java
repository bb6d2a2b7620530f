package dev.supie.bootstrap.endtoend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// Programs of others, from npm: fetched once, and kept in `~/.cache/supie-npm`. Their version is
/// the one that is named, so that what a test means does not change by itself.
final class NpmPackage {

    private static final long FETCHING_SECONDS_MAX = 120;
    private static final long RUNNING_SECONDS_MAX = 60;

    private final Path folder;
    private final String name;

    private NpmPackage(Path folder, String name) {
        this.folder = folder;
        this.name = name;
    }

    /// @param name such as `@modelcontextprotocol/sdk`
    static NpmPackage fetched(String name, String version)
            throws IOException, InterruptedException {
        Path folder =
                Path.of(System.getProperty("user.home"), ".cache", "supie-npm")
                        .resolve(name.replaceAll("[^a-z-]", "") + "-" + version);
        Path complete = folder.resolve("complete");
        if (!Files.exists(complete)) {
            Files.createDirectories(folder);
            String said =
                    run(
                            List.of(
                                    "npm",
                                    "install",
                                    "--no-audit",
                                    "--no-fund",
                                    "--ignore-scripts",
                                    "--prefix",
                                    folder.toString(),
                                    name + "@" + version),
                            folder,
                            FETCHING_SECONDS_MAX);
            if (!Files.isDirectory(folder.resolve("node_modules").resolve(name))) {
                throw new AssertionError("npm has not fetched " + name + ": " + said);
            }
            Files.createFile(complete);
        }
        return new NpmPackage(folder, name);
    }

    /// Where its files are.
    Path path() {
        return folder.resolve("node_modules").resolve(name);
    }

    /// Runs a program that the package brings, and gives what it prints.
    ///
    /// @param program relative to the package
    String start(String program, List<String> arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("node", path().resolve(program).toString()));
        command.addAll(arguments);
        return run(command, folder, RUNNING_SECONDS_MAX);
    }

    /// Runs a script that uses the package, and gives what it prints.
    ///
    /// @param script a resource
    String run(String script, List<String> arguments) throws IOException, InterruptedException {
        // Node looks for packages from where the script is.
        Path copy = Files.createTempFile(folder, "script", ".mjs");
        try (var source = NpmPackage.class.getResourceAsStream(script)) {
            if (source == null) {
                throw new IllegalArgumentException("no resource " + script);
            }
            Files.copy(source, copy, StandardCopyOption.REPLACE_EXISTING);
            List<String> command = new ArrayList<>(List.of("node", copy.toString()));
            command.addAll(arguments);
            return run(command, folder, RUNNING_SECONDS_MAX);
        } finally {
            Files.delete(copy);
        }
    }

    /// Starts a program of the package, which goes on until it is closed.
    ///
    /// @param program its script, below the folder of packages
    /// @param variables of its environment
    Running started(String program, Map<String, String> variables, List<String> arguments)
            throws IOException {
        List<String> command = new ArrayList<>();
        command.add("node");
        command.add(folder.resolve("node_modules").resolve(program).toString());
        command.addAll(arguments);
        Path output = Files.createTempFile(folder, "output", ".txt");
        ProcessBuilder builder =
                new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile());
        builder.environment().putAll(variables);
        return new Running(builder.start(), output);
    }

    /// A program that runs, and what it prints.
    record Running(Process process, Path output) implements AutoCloseable {

        String said() throws IOException {
            return Files.readString(output);
        }

        @Override
        public void close() {
            process.destroyForcibly().onExit().join();
            try {
                Files.delete(output);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static String run(List<String> command, Path folder, long secondsMax)
            throws IOException, InterruptedException {
        Path output = Files.createTempFile(folder, "output", ".txt");
        Process process =
                new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile())
                        .start();
        try {
            if (!process.waitFor(secondsMax, TimeUnit.SECONDS)) {
                throw new AssertionError(
                        command.getFirst() + " took too long: " + Files.readString(output));
            }
            return Files.readString(output);
        } finally {
            process.destroyForcibly();
            Files.delete(output);
        }
    }
}
