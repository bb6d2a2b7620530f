package dev.supie.application.tool;

import java.util.ArrayList;
import java.util.List;

/// A list for a model, line by line, as long as there is room in a [ToolResult]. Not safe for use
/// by many threads.
final class ToolLines {

    /// Of one line; longer ones are cut.
    static final int LINE_MAX = 1_200;

    /// For the last line, which says what is missing.
    private static final int LAST_LINE = 100;

    private final List<String> lines = new ArrayList<>();
    private int chars;

    /// Adds a line; false if there is no room for it, and then it is not added.
    boolean add(String line) {
        String bounded = ToolText.line(line, LINE_MAX);
        if (chars + bounded.length() + 1 > ToolResult.TEXT_MAX - LAST_LINE) {
            return false;
        }
        chars += bounded.length() + 1;
        lines.add(bounded);
        return true;
    }

    /// Adds as many as there is room for, and gives how many that were.
    int addAll(List<String> more) {
        int added = 0;
        while (added < more.size() && add(more.get(added))) {
            added++;
        }
        return added;
    }

    /// A result that is all of it.
    ToolResult result() {
        return ToolResult.of(String.join("\n", lines));
    }

    /// The same with a last line, of at most [#LAST_LINE] characters.
    ToolResult result(String lastLine) {
        lines.add(ToolText.line(lastLine, LAST_LINE - 1));
        return result();
    }
}
