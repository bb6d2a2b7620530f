package dev.supie.domain.coding.log;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// COD-2: the last lines of a run, oldest first; the oldest ones are dropped for new ones.
public record LogWindow(List<LogLine> lines) {

    public static final LogWindow EMPTY = new LogWindow(List.of());

    public LogWindow {
        lines = List.copyOf(lines);
    }

    public LogWindow with(List<LogLine> newer, int linesMax) {
        List<LogLine> all = Stream.concat(lines.stream(), newer.stream()).toList();
        return new LogWindow(all.subList(Math.max(0, all.size() - linesMax), all.size()));
    }

    public boolean isEmpty() {
        return lines.isEmpty();
    }

    /// All of it, to find out which language it is in.
    public String text() {
        return lines.stream().map(LogLine::text).collect(Collectors.joining("\n"));
    }
}
