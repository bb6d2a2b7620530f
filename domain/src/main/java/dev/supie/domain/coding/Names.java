package dev.supie.domain.coding;

import dev.supie.domain.coding.signal.Place;
import dev.supie.domain.coding.signal.Signal;
import dev.supie.domain.meeting.Language;

import java.util.List;

/// What a problem is called on a badge: by its subject if that is a name, and by its place.
final class Names {

    /// Some tests are called by whole sentences, which are lines of their own in the log.
    private static final int WORDS_MAX = 2;

    private static final int CHARS_MAX = 48;

    private Names() {}

    /// Both, as far as they are known; empty if neither is.
    static String of(Signal.Problem problem, Language language) {
        String subject = subject(problem);
        String place = place(problem.place(), language);
        if (subject.isEmpty() || place.isEmpty()) {
            return subject + place;
        }
        String file = problem.place().name();
        if (subject.equals(file)) {
            return place;
        }
        boolean inside = subject.startsWith(file + ".") && problem.place().line() > 0;
        return inside
                ? Wording.LINE.in(language, subject, problem.place().line())
                : subject + " – " + place;
    }

    /// Of troubles that every build can have, the subject is only the phrase that told of it.
    static String subject(Signal.Problem problem) {
        boolean phrase =
                switch (problem.kind()) {
                    case OUT_OF_MEMORY, NETWORK, TIMEOUT -> true;
                    case COMPILE_ERROR,
                            MISSING_DEPENDENCY,
                            TEST_FAILURE,
                            BUILD_ERROR,
                            LINT_WARNING ->
                            false;
                };
        return phrase ? "" : shortened(problem.subject());
    }

    static String place(Place place, Language language) {
        if (!place.isKnown()) {
            return "";
        }
        return place.line() > 0
                ? Wording.LINE.in(language, place.name(), place.line())
                : place.name();
    }

    private static String shortened(String subject) {
        List<String> words = List.of(subject.split(" ", -1));
        String first = String.join(" ", words.subList(0, Math.min(WORDS_MAX, words.size())));
        boolean whole = first.length() == subject.length() && first.length() <= CHARS_MAX;
        return whole ? first : first.substring(0, Math.min(CHARS_MAX, first.length())) + "…";
    }
}
