package dev.supie.adapter.out.backup;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What is in a backup, and by which program it was made.
///
/// @param supie the version of the program
/// @param schema the version of the tables
public record Manifest(String supie, String schema, Instant made, List<Entry> entries) {

    /// Another format is of another, newer program.
    static final String FORMAT = "supie-backup 1";

    private static final Pattern HEAD =
            Pattern.compile(
                    FORMAT
                            + "\nsupie (?<supie>[0-9A-Za-z.+-]{1,64})"
                            + "\nschema (?<schema>[0-9.]{1,16})"
                            + "\nmade (?<made>[0-9TZ:.-]{20,40})\n");

    private static final Pattern ENTRY =
            Pattern.compile(
                    "entry (?<sha>[0-9a-f]{64}) (?<bytes>[0-9]{1,18}) (?<name>[a-z.-]{1,64})\n");

    /// A file of the data folder.
    ///
    /// @param sha256 hexadecimal
    public record Entry(String name, long bytes, String sha256) {}

    public Manifest {
        entries = List.copyOf(entries);
    }

    String text() {
        return FORMAT
                + "\nsupie "
                + supie
                + "\nschema "
                + schema
                + "\nmade "
                + made
                + "\n"
                + entries.stream()
                        .map(
                                each ->
                                        "entry "
                                                + each.sha256()
                                                + " "
                                                + each.bytes()
                                                + " "
                                                + each.name()
                                                + "\n")
                        .collect(Collectors.joining());
    }

    /// Empty if it is none of this format that names a database and otherwise only secrets.
    static Optional<Manifest> of(String text) {
        Matcher head = HEAD.matcher(text);
        if (!head.lookingAt()) {
            return Optional.empty();
        }
        List<Entry> entries = new ArrayList<>();
        Matcher entry = ENTRY.matcher(text).region(head.end(), text.length());
        while (entry.lookingAt()) {
            entries.add(
                    new Entry(
                            entry.group("name"),
                            Long.parseLong(entry.group("bytes")),
                            entry.group("sha")));
            entry.region(entry.end(), text.length());
        }
        if (entry.regionStart() != text.length() || !isWhole(entries)) {
            return Optional.empty();
        }
        try {
            Instant made = Instant.parse(head.group("made"));
            return Optional.of(
                    new Manifest(head.group("supie"), head.group("schema"), made, entries));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    private static boolean isWhole(List<Entry> entries) {
        Set<String> names = new HashSet<>();
        for (Entry each : entries) {
            boolean small =
                    !Contents.isSecret(each.name()) || each.bytes() <= Contents.SECRET_BYTES_MAX;
            if (!Contents.isKnown(each.name()) || !names.add(each.name()) || !small) {
                return false;
            }
        }
        return names.contains(Contents.DATABASE);
    }
}
