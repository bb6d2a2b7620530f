package dev.supie.distribution;

import proguard.ClassPath;
import proguard.ClassPathEntry;
import proguard.Configuration;
import proguard.ConfigurationParser;
import proguard.ParseException;
import proguard.ProGuard;

import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Stream;

/// jOOQ without what no part of Supie can reach (ADR 0034).
///
/// A statement of jOOQ is several dozen interfaces, for each of which the JVM makes hundreds of
/// methods of its own. They were more than half of all methods of an idle server, and nearly half
/// of what its classes take in memory.
final class Reachable {

    private static final String SHRUNK = "jooq-";
    private static final String OWN = "supie-";
    private static final String RULES = "reachable.pro";

    private Reachable() {}

    /// Gives the same jars in the same order, with another jOOQ of the same name.
    ///
    /// @param scratch is emptied before; the new jar stays in it
    /// @param time of what is in the new jar
    static List<Path> shrink(List<Path> jars, Path scratch, Instant time) throws IOException {
        Folders.remove(scratch);
        Path platform = Files.createDirectories(scratch.resolve("java"));
        copyPlatform(platform);
        List<Path> shrunk = new ArrayList<>();
        for (Path jar : jars) {
            if (isNamed(jar, SHRUNK)) {
                Path raw = scratch.resolve("shrunk.jar");
                run(configuration(jar, jars, platform, raw));
                shrunk.add(dated(raw, scratch.resolve(name(jar)), time));
            } else {
                shrunk.add(jar);
            }
        }
        Folders.remove(platform);
        return shrunk;
    }

    /// A class that is extended has to be known, or what overrides its methods would seem to be
    /// called by nobody.
    private static void copyPlatform(Path to) throws IOException {
        Path modules = FileSystems.getFileSystem(URI.create("jrt:/")).getPath("/modules");
        List<String> packaged = RuntimeImage.modules();
        try (Stream<Path> all = Files.list(modules)) {
            for (Path module :
                    all.filter(path -> isNamed(path, "java.") || packaged.contains(name(path)))
                            .toList()) {
                copyClasses(module, to);
            }
        }
    }

    private static void copyClasses(Path module, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(module)) {
            for (Path file : files.filter(Reachable::isClass).toList()) {
                Path copy = to.resolve(module.relativize(file).toString());
                Files.createDirectories(Objects.requireNonNull(copy.getParent()));
                Files.copy(file, copy);
            }
        }
    }

    private static boolean isClass(Path file) {
        return name(file).endsWith(".class") && !name(file).equals("module-info.class");
    }

    private static Configuration configuration(
            Path jar, List<Path> jars, Path platform, Path output) throws IOException {
        Configuration configuration = new Configuration();
        URL rules = Objects.requireNonNull(Reachable.class.getResource(RULES), RULES);
        try (ConfigurationParser parser = new ConfigurationParser(rules, new Properties())) {
            parser.parse(configuration);
        } catch (ParseException e) {
            throw new IOException(RULES + " cannot be read", e);
        }
        // What comes before an output goes into it; our own jars come after, and are only read.
        configuration.programJars = new ClassPath();
        configuration.programJars.add(new ClassPathEntry(jar.toFile(), false));
        configuration.programJars.add(new ClassPathEntry(output.toFile(), true));
        configuration.libraryJars = new ClassPath();
        configuration.libraryJars.add(new ClassPathEntry(platform.toFile(), false));
        for (Path other : jars) {
            if (isNamed(other, OWN)) {
                configuration.programJars.add(new ClassPathEntry(other.toFile(), false));
            } else if (!other.equals(jar)) {
                configuration.libraryJars.add(new ClassPathEntry(other.toFile(), false));
            }
        }
        return configuration;
    }

    @SuppressWarnings("IllegalCatch") // ProGuard throws whatever has gone wrong in it
    private static void run(Configuration configuration) throws IOException {
        try {
            new ProGuard(configuration).execute();
        } catch (Exception e) {
            throw new IOException("jOOQ's jar cannot be shrunk", e);
        }
    }

    /// The same bytes on every day.
    private static Path dated(Path from, Path to, Instant time) throws IOException {
        LocalDateTime local = LocalDateTime.ofInstant(time, ZoneOffset.UTC);
        Library.copy(from, to, _ -> true, _ -> local);
        return to;
    }

    private static boolean isNamed(Path path, String start) {
        return name(path).startsWith(start);
    }

    private static String name(Path path) {
        return path.getFileName().toString();
    }
}
