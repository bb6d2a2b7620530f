package dev.supie.adapter.in.console;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The files of the console, from the class path. What was asked for once is kept, and only what
/// there is, so memory holds no more than this build has files. Safe for use by many threads.
final class ConsoleShelf {

    /// No dot but the one before the ending, so a name never leads out of the folder.
    private static final Pattern NAME =
            Pattern.compile("(?:[a-z0-9-]+/){0,2}[a-z0-9-]+\\.([a-z]+)");

    private static final Map<String, String> TYPES =
            Map.of(
                    "html", "text/html; charset=UTF-8",
                    "css", "text/css; charset=UTF-8",
                    "js", "text/javascript; charset=UTF-8",
                    "svg", "image/svg+xml");

    private final Map<String, ConsoleFile> read = new ConcurrentHashMap<>();

    /// Empty if there is no such file.
    ///
    /// @param name relative to the console, such as `badge/page.js`; anything a peer may send
    Optional<ConsoleFile> file(String name) {
        ConsoleFile known = read.get(name);
        if (known != null) {
            return Optional.of(known);
        }
        Matcher matcher = NAME.matcher(name);
        if (!matcher.matches() || !TYPES.containsKey(matcher.group(1))) {
            return Optional.empty();
        }
        Optional<ConsoleFile> found = read(name, TYPES.getOrDefault(matcher.group(1), ""));
        found.ifPresent(file -> read.put(name, file));
        return found;
    }

    private static Optional<ConsoleFile> read(String name, String type) {
        try (InputStream resource = ConsoleShelf.class.getResourceAsStream(name)) {
            return resource == null
                    ? Optional.empty()
                    : Optional.of(new ConsoleFile(type, resource.readAllBytes()));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
