package dev.supie.domain.archive;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What somebody looks for: words, each found as a part of the text whatever its case, because
/// Chinese is written without spaces and English has endings. Several words between double quotes
/// count as one. A meeting is found if it has every one of them somewhere.
///
/// @param terms 1 to [#TERMS_MAX], distinct, as they are compared
public record SearchTerms(List<String> terms) {

    /// UTF-16 units of a whole question.
    public static final int LENGTH_MAX = 200;

    public static final int TERMS_MAX = 8;

    private static final Pattern TERM = Pattern.compile("\"([^\"]*)\"|([^\\s\"]+)");
    private static final Pattern SPACES = Pattern.compile("\\s+");

    public SearchTerms {
        terms = List.copyOf(terms);
        if (terms.isEmpty() || terms.size() > TERMS_MAX) {
            throw new IllegalArgumentException("terms must be 1.." + TERMS_MAX);
        }
    }

    /// What became of a question.
    public sealed interface Reading {

        record Understood(SearchTerms terms) implements Reading {}

        /// @param reason such as `must not be empty`, to follow a name
        record Refused(String reason) implements Reading {}
    }

    /// Reads a question as it was typed.
    public static Reading read(String question) {
        if (question.length() > LENGTH_MAX) {
            return new Reading.Refused("must be at most " + LENGTH_MAX + " characters");
        }
        Set<String> terms = new LinkedHashSet<>();
        Matcher matcher = TERM.matcher(SearchText.of(question));
        while (matcher.find()) {
            String quoted = matcher.group(1) == null ? "" : matcher.group(1);
            String term = matcher.group(2) == null ? quoted : matcher.group(2);
            terms.add(SPACES.matcher(term.strip()).replaceAll(" "));
        }
        terms.remove("");
        if (terms.isEmpty()) {
            return new Reading.Refused("must say what to look for");
        }
        if (terms.size() > TERMS_MAX) {
            return new Reading.Refused("must have at most " + TERMS_MAX + " different words");
        }
        return new Reading.Understood(new SearchTerms(List.copyOf(terms)));
    }

    /// Where the terms are in a text, from its beginning; those of one term do not overlap.
    public List<Occurrence> in(String text) {
        String compared = SearchText.of(text);
        List<Occurrence> found = new ArrayList<>();
        for (int number = 0; number < terms.size(); number++) {
            String term = terms.get(number);
            int at = compared.indexOf(term);
            while (at >= 0) {
                found.add(new Occurrence(number, at, at + term.length()));
                at = compared.indexOf(term, at + term.length());
            }
        }
        found.sort(Comparator.comparingInt(Occurrence::start).thenComparingInt(Occurrence::term));
        return List.copyOf(found);
    }

    /// One term in a text, in UTF-16 units.
    ///
    /// @param term its number, from 0
    /// @param end of the character after it
    public record Occurrence(int term, int start, int end) {}
}
