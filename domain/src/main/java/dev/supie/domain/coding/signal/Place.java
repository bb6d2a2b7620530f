package dev.supie.domain.coding.signal;

import java.util.Locale;
import java.util.Set;

/// Where in the sources.
///
/// @param file as the tool writes it; empty if it does not say
/// @param line from 1; 0 if the tool does not say
public record Place(String file, int line) {

    public static final Place UNKNOWN = new Place("", 0);

    private static final Set<String> SOURCES =
            Set.of(
                    "java", "kt", "kts", "groovy", "scala", "gradle", "c", "h", "cc", "cpp", "cxx",
                    "hh", "hpp", "m", "mm", "s", "go", "rs", "py", "pyi", "js", "jsx", "mjs", "cjs",
                    "ts", "tsx", "mts", "cts", "vue", "svelte", "json", "toml", "xml", "css");

    public boolean isKnown() {
        return !file.isEmpty();
    }

    boolean hasLine() {
        return line > 0;
    }

    /// The last part of the path, which is what people know a file by.
    public String name() {
        return file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
    }

    /// Whether the file ends like one of these, given in small letters without the dot.
    boolean isOf(String... extensions) {
        return Set.of(extensions).contains(extension(file));
    }

    static boolean isSource(String file) {
        return file.indexOf('.') >= 0 && SOURCES.contains(extension(file));
    }

    private static String extension(String file) {
        return file.substring(file.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }
}
