package dev.supie.distribution;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.spi.ToolProvider;

/// A Java with only the modules that Supie needs.
///
/// They are declared in `modules.txt`, each with its reason, because no tool sees those that are
/// only found at run time; a test compares the list with what the jars say.
final class RuntimeImage {

    private static final String LIST = "modules.txt";

    private RuntimeImage() {}

    static List<String> modules() throws IOException {
        try (InputStream list = RuntimeImage.class.getResourceAsStream(LIST)) {
            if (list == null) {
                throw new IOException(LIST + " is missing from the build");
            }
            return new String(list.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.replaceFirst("#.*", "").strip())
                    .filter(line -> !line.isEmpty())
                    .toList();
        }
    }

    static void make(Path folder) throws IOException {
        StringWriter said = new StringWriter();
        int status =
                ToolProvider.findFirst("jlink")
                        .orElseThrow(() -> new IOException("this Java has no jlink; use a JDK"))
                        .run(
                                new PrintWriter(said),
                                new PrintWriter(said),
                                "--add-modules",
                                String.join(",", modules()),
                                "--strip-debug",
                                "--no-man-pages",
                                "--no-header-files",
                                "--compress",
                                "zip-6",
                                "--output",
                                folder.toString());
        if (status != 0) {
            throw new IOException("jlink failed, perhaps for want of jmods: " + said);
        }
    }
}
