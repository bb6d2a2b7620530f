package dev.supie.adapter.out.llm;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What a model is told about meetings of an industry and of a scenario, beside what holds for all
/// (MTG-11).
///
/// A template is a text file named after its kind, its name and its language, such as
/// `industry-tech.en.txt`. Those of the operator's folder replace the built-in ones. They are read
/// for each draft, so a change holds from the next draft on. One that cannot be used is reported
/// once, until that changes, and the built-in one goes on. Safe for use by many threads.
public final class MeetingTemplates {

    public static final List<String> INDUSTRIES =
            List.of("tech", "finance", "medical", "education", "legal");

    public static final List<String> SCENARIOS =
            List.of("standup", "planning", "review", "retrospective", "interview", "customer");

    /// In UTF-8, of one file: each draft pays for it in tokens.
    static final int BYTES_MAX = 8 * 1024;

    /// For meetings of no kind in particular.
    public static final MeetingTemplates NONE =
            new MeetingTemplates(Optional.empty(), Optional.empty(), Optional.empty());

    private static final Logger LOG = System.getLogger(MeetingTemplates.class.getName());

    private static final List<String> LANGUAGES = List.of("en", "zh");

    private final List<String> names;
    private final Optional<Path> folder;

    /// By file name; there are as many names as kinds and languages. Guarded by itself.
    private final Map<String, String> complaints = new HashMap<>();

    /// @param industry one of [#INDUSTRIES], or one that has a template in the folder
    /// @param scenario one of [#SCENARIOS], or one that has a template in the folder
    /// @param folder with templates of one's own
    public MeetingTemplates(
            Optional<String> industry, Optional<String> scenario, Optional<Path> folder) {
        this.names =
                Stream.concat(
                                industry.map(name -> "industry-" + name).stream(),
                                scenario.map(name -> "scenario-" + name).stream())
                        .toList();
        this.folder = folder;
    }

    /// True if the folder has a template for it, in any language.
    ///
    /// @param kind `industry` or `scenario`
    public static boolean has(Path folder, String kind, String name) {
        return LANGUAGES.stream()
                .map(language -> folder.resolve(fileName(kind + "-" + name, language)))
                .anyMatch(Files::isRegularFile);
    }

    /// Nothing if no template is meant for these meetings.
    ///
    /// @param language `zh`; English for any other
    String text(String language) {
        String known = language.equals("zh") ? "zh" : "en";
        return names.stream()
                .map(name -> fileName(name, known))
                .map(file -> own(file).orElseGet(() -> builtIn(file)).strip())
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining("\n"));
    }

    private static String fileName(String name, String language) {
        return name + "." + language + ".txt";
    }

    private Optional<String> own(String file) {
        Optional<Path> path = folder.map(own -> own.resolve(file)).filter(Files::exists);
        if (path.isEmpty()) {
            settle(file, "");
            return Optional.empty();
        }
        try {
            String text = read(path.get());
            settle(file, "");
            return Optional.of(text);
        } catch (IOException e) {
            settle(file, String.valueOf(e));
            return Optional.empty();
        }
    }

    /// @throws IOException if it cannot be read, is not UTF-8, or is too long
    private static String read(Path path) throws IOException {
        if (Files.size(path) > BYTES_MAX) {
            throw new IOException("it is longer than " + BYTES_MAX + " bytes");
        }
        return Files.readString(path);
    }

    private void settle(String file, String complaint) {
        synchronized (complaints) {
            String before =
                    complaint.isEmpty() ? complaints.remove(file) : complaints.put(file, complaint);
            if (complaint.isEmpty() || complaint.equals(before)) {
                return;
            }
        }
        LOG.log(
                Level.WARNING,
                "the template {0} cannot be used, the built-in one is: {1}",
                file,
                complaint);
    }

    private static String builtIn(String file) {
        try (InputStream text = MeetingTemplates.class.getResourceAsStream("templates/" + file)) {
            return text == null ? "" : new String(text.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("a broken jar: " + file, e);
        }
    }
}
