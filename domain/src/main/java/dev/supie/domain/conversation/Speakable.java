package dev.supie.domain.conversation;

import dev.supie.domain.kernel.Characters;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A sentence of a model as somebody would say it: on one line, without the marks of Markdown and
/// HTML, without emoji, with a link's text instead of its address (T38). Pure; linear time.
final class Speakable {

    private static final Pattern LINK =
            Pattern.compile("!?\\[([^\\[\\]]{0,200}+)]\\([^()\\s]{0,500}+\\)");
    private static final Pattern ADDRESS =
            Pattern.compile("https?://(?:www\\.)?([\\w.-]{1,100}+)[^\\s()<>，。；]{0,500}+");
    private static final Pattern TAG = Pattern.compile("</?[a-zA-Z][^<>]{0,100}+>");
    private static final Pattern RULE =
            Pattern.compile("(?m)^[ \\t]{0,9}+[-=*_|:][-=*_|: ]{2,200}+$");
    private static final Pattern LINE_START =
            Pattern.compile("(?m)^[ \\t]{0,9}+(?:#{1,6}+|>|[-*+•])[ \\t]{1,9}+");
    private static final Pattern EMPHASIS =
            Pattern.compile("\\*{2,3}|__+|~~|`+|(?<!\\s)\\*|\\*(?!\\s)");
    private static final Pattern LINE_END = Pattern.compile("[ \\t]*\\R\\s*");

    /// Among characters of text, the joiner of emoji and the choice of their form.
    private static final String JOINERS = "\u200d\ufe0f\ufe0e\u20e3";

    /// What counts as a picture before this is a sign that is read aloud, such as ©.
    private static final int PICTURES_FROM = 0x2190;

    private Speakable() {}

    /// What is to be said; empty if it is nothing but marks.
    static String of(String sentence) {
        String text = LINK.matcher(sentence).replaceAll("$1");
        text = ADDRESS.matcher(text).replaceAll("$1");
        text = TAG.matcher(text).replaceAll("");
        text = RULE.matcher(text).replaceAll("");
        text = LINE_START.matcher(text).replaceAll("");
        text = EMPHASIS.matcher(text).replaceAll("").replace('|', ' ');
        String line = Characters.line(joined(text.strip()), Speakable::isSaid);
        return line.codePoints().anyMatch(Character::isLetterOrDigit) ? line : "";
    }

    /// Lines that end without a mark get a comma between them.
    private static String joined(String text) {
        Matcher end = LINE_END.matcher(text);
        var line = new StringBuilder();
        while (end.find()) {
            int before = end.start() == 0 ? ' ' : text.codePointBefore(end.start());
            String mark = Character.isIdeographic(before) ? "，" : ", ";
            end.appendReplacement(line, Character.isLetterOrDigit(before) ? mark : " ");
        }
        return end.appendTail(line).toString();
    }

    private static boolean isSaid(int codePoint) {
        boolean picture =
                codePoint >= PICTURES_FROM
                        && (Character.isEmojiPresentation(codePoint)
                                || Character.isExtendedPictographic(codePoint)
                                || Character.isEmojiModifier(codePoint));
        return !picture
                && !Characters.isControl(codePoint)
                && Character.getType(codePoint) != Character.FORMAT
                && JOINERS.indexOf(codePoint) < 0;
    }
}
