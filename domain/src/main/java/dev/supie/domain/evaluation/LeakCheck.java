package dev.supie.domain.evaluation;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Finds pieces of secret text, such as the instructions of a model, in minutes. Pure.
///
/// A piece is a run of [#RUN] words or ideographs that stand in the secret in the same order, and
/// that nobody in the meeting has said.
final class LeakCheck {

    /// Nobody hits on so many by chance.
    static final int RUN = 8;

    private final Set<List<String>> runs = new HashSet<>();

    LeakCheck(List<String> secrets, List<Utterance> said) {
        secrets.forEach(secret -> runs.addAll(runsIn(secret)));
        said.forEach(each -> runs.removeAll(runsIn(each.text())));
    }

    boolean leaks(List<String> lines) {
        return lines.stream().flatMap(line -> runsIn(line).stream()).anyMatch(runs::contains);
    }

    private static Set<List<String>> runsIn(String text) {
        List<String> words = Terms.sequence(text);
        Set<List<String>> found = new HashSet<>();
        for (int from = 0; from + RUN <= words.size(); from++) {
            found.add(words.subList(from, from + RUN));
        }
        return found;
    }
}
