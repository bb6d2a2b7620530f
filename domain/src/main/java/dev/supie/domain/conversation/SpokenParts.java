package dev.supie.domain.conversation;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Lets through what of a streamed answer is meant to be said: not what a model only thinks
/// (`<think>…</think>`), and not blocks of code. Immutable; a mark may be spread over any number of
/// pieces, and at most [#HELD_MAX] characters are held back because they may begin one.
///
/// @param part in which part of the answer the next piece begins
/// @param held what may be the beginning of a mark
record SpokenParts(Part part, String held) {

    /// The longest mark, `</think` with the eight letters that may follow, less its last one.
    static final int HELD_MAX = 15;

    static final SpokenParts BEGINNING = new SpokenParts(Part.SPEECH, "");

    private static final Pattern TAG = Pattern.compile("(?i)<(/?)think[a-z]{0,8}>");
    private static final Pattern TAG_BEGUN =
            Pattern.compile("(?i)</?(?:t(?:h(?:i(?:n(?:k[a-z]{0,8})?)?)?)?)?");
    private static final String CODE = "```";

    /// What a piece of an answer belongs to.
    enum Part {
        SPEECH,
        THOUGHT,
        CODE
    }

    /// What a piece comes to.
    ///
    /// @param speech of this piece
    /// @param anew whether everything before was a thought too: some servers leave the opening mark
    ///   out, and only its end tells
    record Passed(SpokenParts next, String speech, boolean anew) {}

    Passed pass(String piece) {
        return new Reading(part, held + piece).read();
    }

    /// The answer is over, and what was held back is no mark.
    String rest() {
        return switch (part) {
            case SPEECH -> held;
            case THOUGHT, CODE -> "";
        };
    }

    /// One pass over the text; used once.
    private static final class Reading {

        private final String text;
        private final Matcher tag;
        private final Matcher begun;
        private final StringBuilder speech = new StringBuilder();
        private Part part;
        private boolean anew;

        Reading(Part part, String text) {
            this.part = part;
            this.text = text;
            this.tag = TAG.matcher(text);
            this.begun = TAG_BEGUN.matcher(text);
        }

        Passed read() {
            int at = 0;
            while (at < text.length()) {
                int length = markAt(at);
                if (length > 0) {
                    at += length;
                } else if (mayBegin(at)) {
                    return passed(text.substring(at));
                } else {
                    keep(text.charAt(at));
                    at++;
                }
            }
            return passed("");
        }

        private Passed passed(String held) {
            return new Passed(new SpokenParts(part, held), speech.toString(), anew);
        }

        private void keep(char character) {
            if (part == Part.SPEECH) {
                speech.append(character);
            }
        }

        /// The length of the mark that is here, 0 if none is; it begins the next part.
        private int markAt(int at) {
            if (text.startsWith(CODE, at) && part != Part.THOUGHT) {
                part = part == Part.CODE ? Part.SPEECH : Part.CODE;
                return CODE.length();
            }
            if (text.charAt(at) != '<' || part == Part.CODE || !tagAt(at)) {
                return 0;
            }
            boolean ends = !tag.group(1).isEmpty();
            if (ends && part == Part.SPEECH) {
                speech.setLength(0);
                anew = true;
            }
            part = ends ? Part.SPEECH : Part.THOUGHT;
            return tag.end() - at;
        }

        private boolean tagAt(int at) {
            return tag.region(at, text.length()).lookingAt();
        }

        /// Whether everything from here on may become a mark.
        private boolean mayBegin(int at) {
            return switch (text.charAt(at)) {
                case '`' -> part != Part.THOUGHT && CODE.startsWith(text.substring(at));
                case '<' -> part != Part.CODE && begun.region(at, text.length()).matches();
                default -> false;
            };
        }
    }
}
