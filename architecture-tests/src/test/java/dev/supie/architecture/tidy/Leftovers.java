package dev.supie.architecture.tidy;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Notes to oneself, and tabs.
final class Leftovers {

    /// Written so that it does not find itself.
    private static final Pattern NOTE = Pattern.compile("\\b(TO[D]O|FIX[M]E|X[X]X)\\b");

    private Leftovers() {}

    static List<Finding> in(SourceFile file) {
        List<Finding> findings = new ArrayList<>();
        int number = 0;
        for (String line : file.lines()) {
            number++;
            Matcher note = NOTE.matcher(line);
            if (note.find()) {
                findings.add(new Finding(file.path(), number, "a leftover " + note.group()));
            }
            if (line.indexOf('\t') >= 0) {
                findings.add(new Finding(file.path(), number, "a tab"));
            }
        }
        return findings;
    }
}
