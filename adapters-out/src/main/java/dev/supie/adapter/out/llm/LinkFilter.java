package dev.supie.adapter.out.llm;

import dev.supie.application.meeting.port.DraftRequest;
import dev.supie.domain.meeting.Note;
import dev.supie.domain.meeting.Segment;

import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Takes links out of a model's lines unless somebody said them: a link is the one thing in minutes
/// that acts on its reader, so a model must not be talked into making one. Pure.
final class LinkFilter {

    // Schemes, and bare hosts under the endings that programs turn into links by themselves. All
    // repetitions are bounded or possessive, so that matching stays linear.
    private static final Pattern LINK =
            Pattern.compile(
                    "(?i)(?:[a-z][a-z0-9+.-]{1,20}://|www\\.|mailto:|javascript:|data:)"
                            + "[^\\s\\p{IsHan}<>()\\[\\]\"'，。；、）】》]*+"
                            + "|(?:[a-z0-9-]{1,63}\\.){1,5}"
                            + "(?:com|net|org|cn|io|info|xyz|top|dev|app|ru|link|site|online|shop)"
                            + "(?![a-z0-9-])(?:[/:?#][^\\s\\p{IsHan}<>()\\[\\]\"'，。；、）】》]*+)?");

    private static final Pattern TRAILING = Pattern.compile("[.,;:!?)\\]}]+$");
    private static final Pattern EMPTY_BRACKETS = Pattern.compile("\\(\\s*\\)|\\[\\s*\\]|<\\s*>");

    private final String said;

    private LinkFilter(String said) {
        this.said = said;
    }

    /// Allows the links that are in the request's transcript or notes.
    static LinkFilter of(DraftRequest request) {
        var said = new StringBuilder(request.notes().title());
        for (Segment segment : request.window()) {
            said.append('\n').append(segment.text());
        }
        for (MinutesField field : MinutesField.values()) {
            for (Note note : field.of(request.notes())) {
                said.append('\n').append(note.text());
            }
        }
        return new LinkFilter(said.toString().toLowerCase(Locale.ROOT));
    }

    String filtered(String line) {
        String kept = LINK.matcher(line).replaceAll(link -> isSaid(link) ? "$0" : " ");
        if (kept.equals(line)) {
            return line;
        }
        return PlainText.oneLine(EMPTY_BRACKETS.matcher(kept).replaceAll(" "), line.length());
    }

    private boolean isSaid(MatchResult link) {
        String address = TRAILING.matcher(link.group()).replaceAll("").toLowerCase(Locale.ROOT);
        return said.contains(address);
    }
}
