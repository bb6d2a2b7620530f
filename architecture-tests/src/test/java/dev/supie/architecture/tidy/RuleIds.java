package dev.supie.architecture.tidy;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The ids of the contract's rules, and citations of rules that do not exist.
///
/// In a comment everything that looks like an id must be one. Elsewhere, where text may be made up,
/// only an id of a known family is looked at.
///
/// @param known such as `MTG-6` and `T14`
/// @param lookalikes such as `UTF-8`
record RuleIds(Set<String> known, Set<String> lookalikes) {

    private static final Pattern SHAPE = Pattern.compile("\\b([A-Z]{2,5}-[0-9]{1,3}|T[0-9]{2})\\b");

    /// One id a line, `~` before a lookalike, `#` before a comment.
    static RuleIds read(String text) {
        List<String> lines =
                text.lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                        .toList();
        return new RuleIds(
                lines.stream().filter(line -> !line.startsWith("~")).collect(toUnmodifiableSet()),
                lines.stream()
                        .filter(line -> line.startsWith("~"))
                        .map(line -> line.substring(1).strip())
                        .collect(toUnmodifiableSet()));
    }

    List<Finding> unknownIn(String path, String text) {
        List<Finding> findings = new ArrayList<>();
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            Matcher citation = SHAPE.matcher(lines.get(i));
            while (citation.find()) {
                boolean inComment = lines.get(i).lastIndexOf("//", citation.start()) >= 0;
                if (isWrong(citation.group(), inComment)) {
                    findings.add(new Finding(path, i + 1, "no rule " + citation.group()));
                }
            }
        }
        return findings;
    }

    private boolean isWrong(String id, boolean inComment) {
        return !known.contains(id)
                && !lookalikes.contains(id)
                && (inComment || isOfKnownFamily(id));
    }

    private boolean isOfKnownFamily(String id) {
        int hyphen = id.indexOf('-');
        return hyphen > 0
                && known.stream().anyMatch(each -> each.startsWith(id.substring(0, hyphen + 1)));
    }
}
