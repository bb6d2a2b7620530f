package dev.supie.bootstrap.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What is said in the demo's meeting, before and after the cable is pulled; `demo/meeting.txt`
/// describes its own format.
record DemoScript(List<Line> before, List<Line> after) {

    private static final String RESOURCE = "/demo/meeting.txt";
    private static final String CUT = "# -- cable pulled here --";
    private static final Pattern UTTERANCE = Pattern.compile("\\d+:\\d\\d ([^:]+): (.+)");

    DemoScript {
        before = List.copyOf(before);
        after = List.copyOf(after);
    }

    /// One utterance.
    record Line(String speaker, String text) {}

    /// How many different things are said; a text said twice in a row is one (MTG-3).
    long distinctLines() {
        return java.util.stream.Stream.concat(before.stream(), after.stream())
                .map(Line::text)
                .distinct()
                .count();
    }

    static DemoScript load() throws IOException {
        try (InputStream stream = DemoScript.class.getResourceAsStream(RESOURCE)) {
            if (stream == null) {
                throw new IOException(RESOURCE + " is missing from the program");
            }
            return read(
                    new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))
                            .lines()
                            .toList());
        }
    }

    static DemoScript read(List<String> lines) {
        List<Line> before = new ArrayList<>();
        List<Line> after = new ArrayList<>();
        List<Line> current = before;
        for (String line : lines) {
            Matcher utterance = UTTERANCE.matcher(line);
            if (line.equals(CUT)) {
                current = after;
            } else if (utterance.matches()) {
                current.add(new Line(utterance.group(1), utterance.group(2)));
            }
        }
        return new DemoScript(before, after);
    }
}
