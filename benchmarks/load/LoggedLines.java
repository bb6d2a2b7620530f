import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Which numbered lines are in the files of a log. The oldest files are gone when there are too
/// many, so only what is missing between the first and the last counts.
record LoggedLines(int lines, int missing) {

    private static final Pattern NUMBERED = Pattern.compile("line ([0-9]+) of");

    static LoggedLines in(Path folder) throws IOException {
        BitSet found = new BitSet();
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> all =
                    files.filter(file -> file.getFileName().toString().startsWith("supie"))
                            .toList();
            for (Path file : all) {
                try (Stream<String> lines = Files.lines(file)) {
                    lines.forEach(line -> note(line, found));
                }
            }
        }
        int first = found.nextSetBit(0);
        int span = first < 0 ? 0 : found.length() - first;
        return new LoggedLines(found.cardinality(), span - found.cardinality());
    }

    private static void note(String line, BitSet found) {
        Matcher matcher = NUMBERED.matcher(line);
        if (matcher.find()) {
            found.set(Integer.parseInt(matcher.group(1)));
        }
    }
}
