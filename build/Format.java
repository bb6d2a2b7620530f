import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import com.google.googlejavaformat.java.ImportOrderer;
import com.google.googlejavaformat.java.JavaFormatterOptions;
import com.google.googlejavaformat.java.RemoveUnusedImports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// Formats every Java source of the project, or says which ones are not formatted.
///
/// Run by Maven with the project's own JDK, because the formatter parses with the compiler of the
/// JDK it runs on and Maven itself may run on an older one.
void main(String[] arguments) throws FormatterException {
    boolean apply = arguments.length == 1 && arguments[0].equals("apply");
    var formatter =
            new Formatter(
                    JavaFormatterOptions.builder().style(JavaFormatterOptions.Style.AOSP).build());
    int unformatted = 0;
    for (Path file : sources(Path.of(""))) {
        String before = read(file);
        String after = format(formatter, before);
        if (before.equals(after)) {
            continue;
        }
        unformatted++;
        if (apply) {
            write(file, after);
        }
        IO.println((apply ? "formatted " : "not formatted: ") + file);
    }
    if (unformatted > 0 && !apply) {
        IO.println("Run: mvn -q -N -Pformat validate");
        System.exit(1);
    }
}

String format(Formatter formatter, String source) throws FormatterException {
    String withoutUnused = RemoveUnusedImports.removeUnusedImports(source);
    String ordered = ImportOrderer.reorderImports(withoutUnused, JavaFormatterOptions.Style.AOSP);
    return formatter.formatSource(ordered);
}

List<Path> sources(Path root) {
    try (Stream<Path> files = Files.walk(root)) {
        return files.filter(file -> file.toString().endsWith(".java"))
                .filter(file -> !file.toString().contains("target/"))
                .sorted()
                .toList();
    } catch (IOException e) {
        throw new UncheckedIOException(e);
    }
}

String read(Path file) {
    try {
        return Files.readString(file);
    } catch (IOException e) {
        throw new UncheckedIOException(e);
    }
}

void write(Path file, String text) {
    try {
        Files.writeString(file, text);
    } catch (IOException e) {
        throw new UncheckedIOException(e);
    }
}
