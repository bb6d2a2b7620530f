package dev.supie.domain.peer;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a message comes to by rules alone, in Chinese and English (PEER-4). Always gives something,
/// from nothing but the text.
public final class StructureRules {

    private static final WordList ALERT =
            new WordList(
                    "紧急|警报|告警|出事|着火|马上|立即|立刻", "urgent|emergency|alert|asap|immediately|right now");
    private static final WordList TASK =
            new WordList(
                    "请|麻烦|帮我|帮忙|需要你|记得|别忘|负责|完成|提交|处理一下|安排",
                    "please|todo|to do|need you to|needs to|must|remember to|don't forget"
                            + "|can you|could you|make sure|finish|deliver|fix");
    private static final WordList QUESTION =
            new WordList("吗|什么|怎么|为什么|几点|哪里|哪儿|谁|是否|有没有", "what|when|where|who|why|how|which");
    private static final WordList NOTICE =
            new WordList("通知|公告|提醒大家|各位|注意", "notice|fyi|announcement|reminder|note that|heads up");

    private static final WordList MOST_URGENT =
            new WordList(
                    "特急|十万火急|紧急|着火|马上|立即|立刻|p0", "emergency|critical|urgent|immediately|asap|p0");
    private static final WordList URGENT =
            new WordList("尽快|重要|优先|抓紧|p1", "important|soon|high priority|as soon as|p1");
    private static final WordList LOW =
            new WordList("不急|有空|慢慢|p3", "no rush|no hurry|low priority|whenever|p3");

    private static final Pattern MENTION =
            Pattern.compile("[@＠]([\\p{L}\\p{N}](?:[\\p{L}\\p{N}._|:-]{0,62}[\\p{L}\\p{N}])?)");
    private static final String SENTENCE_ENDS = "。！？!?\n；;";

    private StructureRules() {}

    /// @param text of a [Submission]
    /// @param today where the team is
    public static Structure structure(String text, LocalDate today) {
        String plain = textOf(text);
        String lower = plain.toLowerCase(Locale.ROOT);
        Normalized normalized =
                Normalized.of(
                        PeerText.line(firstSentence(plain), Normalized.TITLE_LENGTH_MAX),
                        priority(lower),
                        DueWords.in(lower, today),
                        assignees(plain));
        return new Structure(
                category(lower), PeerText.line(plain, Structure.SUMMARY_LENGTH_MAX), normalized);
    }

    /// Also of a message that is nothing but fences.
    private static String textOf(String text) {
        String plain = PeerText.unfenced(text);
        if (PeerText.line(plain, 1).isEmpty()) {
            plain = text;
        }
        return PeerText.line(plain, 1).isEmpty() ? "…" : plain;
    }

    private static Category category(String lower) {
        if (ALERT.hasOneIn(lower)) {
            return Category.ALERT;
        }
        if (NOTICE.hasOneIn(lower)) {
            return Category.NOTICE;
        }
        boolean asks = lower.contains("?") || lower.contains("？");
        if (TASK.hasOneIn(lower)) {
            return Category.TASK;
        }
        return asks || QUESTION.hasOneIn(lower) ? Category.QUESTION : Category.CHAT;
    }

    private static int priority(String lower) {
        if (LOW.hasOneIn(lower)) {
            return Normalized.PRIORITY_MAX;
        }
        if (MOST_URGENT.hasOneIn(lower)) {
            return 0;
        }
        return URGENT.hasOneIn(lower) ? 1 : Normalized.PRIORITY_USUAL;
    }

    private static List<String> assignees(String plain) {
        List<String> named = new ArrayList<>();
        Matcher mention = MENTION.matcher(plain);
        while (mention.find()) {
            named.add(mention.group(1));
        }
        return named;
    }

    private static String firstSentence(String plain) {
        int from = 0;
        for (int at = 0; at < plain.length(); at++) {
            if (endsSentence(plain, at)) {
                String sentence = plain.substring(from, at);
                if (!PeerText.line(sentence, 1).isEmpty()) {
                    return sentence;
                }
                from = at + 1;
            }
        }
        String rest = plain.substring(from);
        return PeerText.line(rest, 1).isEmpty() ? plain : rest;
    }

    /// A full stop does so only where a word could begin: not in 3.14 or supie.dev.
    private static boolean endsSentence(String text, int at) {
        char there = text.charAt(at);
        boolean stands = at + 1 == text.length() || Character.isWhitespace(text.charAt(at + 1));
        return there == '.' ? stands : SENTENCE_ENDS.indexOf(there) >= 0;
    }
}
