package dev.supie.distribution;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/// The folder of the jars, with the list that the launcher makes the class path of.
///
/// The list has a fixed order, because a cache is valid for one order alone, and because shells do
/// not agree on the order of file names.
record Library(Path folder) {

    /// Where the launcher reads the names of the jars, one a line.
    static final String LIST = "class-path";

    /// Brings its library for five platforms, 50 MB in all.
    private static final String MANY_PLATFORMS = "onnxruntime-";

    private static final String NATIVE = "ai/onnxruntime/native/";

    void fill(List<Path> jars) throws IOException {
        Files.createDirectories(folder);
        for (Path jar : jars) {
            String name = jar.getFileName().toString();
            if (name.startsWith(MANY_PLATFORMS)) {
                copyForPlatform(jar, folder.resolve(name), Platform.current());
            } else {
                Files.copy(jar, folder.resolve(name));
            }
        }
        List<String> names =
                jars.stream().map(jar -> jar.getFileName().toString()).sorted().toList();
        Files.writeString(folder.resolve(LIST), String.join("\n", names) + "\n");
    }

    /// Leaves the libraries of other platforms out, and everything else as it is.
    static void copyForPlatform(Path jar, Path to, Platform platform) throws IOException {
        String wanted = NATIVE + platform.nativeFolder() + "/";
        copy(
                jar,
                to,
                name -> !name.startsWith(NATIVE) || name.startsWith(wanted),
                ZipEntry::getTimeLocal);
    }

    /// Each entry whose name is wanted, in the same order.
    ///
    /// @param time of an entry in the copy
    static void copy(
            Path jar, Path to, Predicate<String> wanted, Function<ZipEntry, LocalDateTime> time)
            throws IOException {
        try (InputStream bytes = Files.newInputStream(jar);
                ZipInputStream from = new ZipInputStream(bytes);
                ZipOutputStream copy = new ZipOutputStream(Files.newOutputStream(to))) {
            for (ZipEntry entry = from.getNextEntry(); entry != null; entry = from.getNextEntry()) {
                if (wanted.test(entry.getName())) {
                    ZipEntry kept = new ZipEntry(entry.getName());
                    kept.setTimeLocal(time.apply(entry));
                    copy.putNextEntry(kept);
                    from.transferTo(copy);
                    copy.closeEntry();
                }
            }
        }
    }
}
