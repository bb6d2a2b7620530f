package dev.supie.bootstrap.endtoend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What a server process holds after a collection of its whole heap.
///
/// @param liveBytes everything reachable
/// @param objects how many instances of each class that a connection is made of: ours, virtual
///   threads and sockets
/// @param threads of the operating system; virtual threads are among the objects
/// @param files open ones, sockets included
record Footprint(long liveBytes, Map<String, Long> objects, long threads, long files) {

    private static final Pattern LINE =
            Pattern.compile("\\s*\\d+:\\s+(\\d+)\\s+(\\d+)\\s+(\\S+)(?: \\(.*\\))?");

    private static final Pattern OF_A_CONNECTION =
            Pattern.compile("(dev\\.supie\\..*|java\\.lang\\.VirtualThread|java\\.net\\.Socket)");

    static Footprint of(long pid) throws IOException {
        long liveBytes = 0;
        Map<String, Long> objects = new TreeMap<>();
        for (String line : histogram(pid)) {
            Matcher matcher = LINE.matcher(line);
            if (matcher.matches()) {
                liveBytes += Long.parseLong(matcher.group(2));
                if (OF_A_CONNECTION.matcher(matcher.group(3)).matches()) {
                    objects.put(matcher.group(3), Long.parseLong(matcher.group(1)));
                }
            }
        }
        if (liveBytes == 0) {
            throw new IOException("no histogram of process " + pid);
        }
        return new Footprint(liveBytes, objects, count(pid, "task"), count(pid, "fd"));
    }

    /// The JDK's own tool, which collects the heap before it counts.
    private static Iterable<String> histogram(long pid) throws IOException {
        Path tool = Path.of(System.getProperty("java.home"), "bin", "jcmd");
        Process process =
                new ProcessBuilder(tool.toString(), Long.toString(pid), "GC.class_histogram")
                        .redirectErrorStream(true)
                        .start();
        try (Stream<String> lines = process.inputReader().lines()) {
            return lines.toList();
        } catch (UncheckedIOException failure) {
            throw failure.getCause();
        }
    }

    private static long count(long pid, String folder) throws IOException {
        try (Stream<Path> entries = Files.list(Path.of("/proc", Long.toString(pid), folder))) {
            return entries.count();
        }
    }

    /// What there is more of than in `before`, by name.
    Map<String, Long> growthSince(Footprint before) {
        Map<String, Long> growth = new TreeMap<>();
        objects.forEach(
                (name, count) -> growth.put(name, count - before.objects.getOrDefault(name, 0L)));
        growth.put("live bytes", liveBytes - before.liveBytes);
        growth.put("threads", threads - before.threads);
        growth.put("files", files - before.files);
        growth.values().removeIf(count -> count <= 0);
        return growth;
    }
}
