package dev.supie.domain.meeting;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Replaces what a recogniser or a colleague gets wrong by the team's own words (MTG-3,
/// `meeting.term_map`).
///
/// Sections: `*` always applies, `zh` and `en` to text in that language, `industry:<name>` if it is
/// the configured industry; a later section of that list wins over an earlier one. The longest term
/// wins, upper and lower case are the same, Latin terms match whole words only, and what was put in
/// is not replaced again.
public final class TermMap {

    public static final TermMap NONE = new TermMap(Map.of(), "");

    private final Map<Language, List<Map.Entry<String, String>>> terms;

    /// @param sections section name to (term to replacement)
    /// @param industry the configured industry, or empty
    public TermMap(Map<String, Map<String, String>> sections, String industry) {
        this.terms =
                Map.of(
                        Language.ZH, longestFirst(sections, Language.ZH, industry),
                        Language.EN, longestFirst(sections, Language.EN, industry));
    }

    private static List<Map.Entry<String, String>> longestFirst(
            Map<String, Map<String, String>> sections, Language language, String industry) {
        Map<String, String> merged = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (String section : List.of("*", language.code(), "industry:" + industry)) {
            // Sorted, so that two spellings of one term within a section always give the same map.
            merged.putAll(new TreeMap<>(sections.getOrDefault(section, Map.of())));
        }
        merged.keySet().removeIf(String::isBlank);
        List<Map.Entry<String, String>> entries = new ArrayList<>(merged.entrySet());
        entries.sort(
                Comparator.comparingInt(
                                (Map.Entry<String, String> entry) -> -entry.getKey().length())
                        .thenComparing(Map.Entry::getKey));
        return List.copyOf(entries);
    }

    /// The text with the terms replaced.
    public String apply(String text) {
        List<Map.Entry<String, String>> entries = terms.getOrDefault(Language.of(text), List.of());
        if (entries.isEmpty()) {
            return text;
        }
        StringBuilder replaced = new StringBuilder(text.length());
        int position = 0;
        while (position < text.length()) {
            Map.Entry<String, String> term = termAt(entries, text, position);
            if (term == null) {
                replaced.append(text.charAt(position));
                position++;
            } else {
                replaced.append(term.getValue());
                position += term.getKey().length();
            }
        }
        return replaced.toString();
    }

    private static Map.@org.jspecify.annotations.Nullable Entry<String, String> termAt(
            List<Map.Entry<String, String>> entries, String text, int position) {
        for (Map.Entry<String, String> entry : entries) {
            String term = entry.getKey();
            if (text.regionMatches(true, position, term, 0, term.length())
                    && !splitsWord(text, position)
                    && !splitsWord(text, position + term.length())) {
                return entry;
            }
        }
        return null;
    }

    private static boolean splitsWord(String text, int position) {
        return position > 0
                && position < text.length()
                && isLatinWord(text.charAt(position - 1))
                && isLatinWord(text.charAt(position));
    }

    private static boolean isLatinWord(char character) {
        return Character.isLetterOrDigit(character) && !Character.isIdeographic(character);
    }
}
