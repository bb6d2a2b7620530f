package dev.supie.domain.evaluation;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Whether a line has anything behind it in its meeting. Pure.
///
/// At least [#BACKED_MIN] of its terms must have been said within [#NEIGHBOURS] utterances on end,
/// so that a name from the beginning and a date from the end do not make a promise. A line in
/// another language than the talk is backed only by the references.
final class Backing {

    static final double BACKED_MIN = 0.5;
    static final int NEIGHBOURS = 5;

    private final List<Set<String>> stretches;
    private final List<Reference> references;

    Backing(ReferenceMeeting meeting) {
        stretches = stretches(meeting.said());
        references =
                Stream.concat(meeting.decisions().stream(), meeting.actions().stream()).toList();
    }

    private static List<Set<String>> stretches(List<Utterance> said) {
        List<Set<String>> terms =
                said.stream().map(each -> Terms.of(each.speaker() + " " + each.text())).toList();
        return IntStream.rangeClosed(0, Math.max(0, terms.size() - NEIGHBOURS))
                .mapToObj(from -> together(terms, from))
                .toList();
    }

    private static Set<String> together(List<Set<String>> terms, int from) {
        Set<String> all = new HashSet<>();
        terms.subList(from, Math.min(terms.size(), from + NEIGHBOURS)).forEach(all::addAll);
        return all;
    }

    List<String> missingFor(List<String> lines) {
        return lines.stream().filter(line -> !isBacked(line)).toList();
    }

    private boolean isBacked(String line) {
        Set<String> terms = Terms.of(line);
        return stretches.stream().anyMatch(said -> Terms.share(terms, said) >= BACKED_MIN)
                || references.stream().anyMatch(reference -> reference.isSaidBy(line));
    }
}
