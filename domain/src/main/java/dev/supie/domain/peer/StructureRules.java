package dev.supie.domain.peer;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What a message comes to by rules alone, in Chinese and English (PEER-4). Always gives something,
/// from nothing but the text.
public final class StructureRules {

    private static final Pattern ALERT =
            word("紧急|警报|告警|出事|着火|马上|立即|立刻", "urgent|emergency|alert|asap|immediately|right now");
    private static final Pattern TASK =
            word(
                    "请|麻烦|帮我|帮忙|需要你|记得|别忘|负责|完成|提交|处理一下|安排",
                    "please|todo|to do|need you to|needs to|must|remember to|don't forget"
                            + "|can you|could you|make sure|finish|deliver|fix");
    private static final Pattern QUESTION =
            word("吗|什么|怎么|为什么|几点|哪里|哪儿|谁|是否|有没有", "what|when|where|who|why|how|which");
    private static final Pattern NOTICE =
            word("通知|公告|提醒大家|各位|注意", "notice|fyi|announcement|reminder|note that|heads up");

    private static final Pattern MOST_URGENT =
            word("特急|十万火急|紧急|着火|马上|立即|立刻|p0", "emergency|critical|urgent|immediately|asap|p0");
    private static final Pattern URGENT =
            word("尽快|重要|优先|抓紧|p1", "important|soon|high priority|as soon as|p1");
    private static final Pattern LOW =
            word("不急|有空|慢慢|p3", "no rush|no hurry|low priority|whenever|p3");

    private static final Pattern MENTION =
            Pattern.compile("[@＠]([\\p{L}\\p{N}](?:[\\p{L}\\p{N}._|:-]{0,62}[\\p{L}\\p{N}])?)");
    private static final Pattern SENTENCE_END = Pattern.compile("[。！？!?\\n；;]|\\.(?=\\s|$)");

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
        if (ALERT.matcher(lower).find()) {
            return Category.ALERT;
        }
        if (NOTICE.matcher(lower).find()) {
            return Category.NOTICE;
        }
        boolean asks = lower.contains("?") || lower.contains("？");
        if (TASK.matcher(lower).find()) {
            return Category.TASK;
        }
        return asks || QUESTION.matcher(lower).find() ? Category.QUESTION : Category.CHAT;
    }

    private static int priority(String lower) {
        if (LOW.matcher(lower).find()) {
            return Normalized.PRIORITY_MAX;
        }
        if (MOST_URGENT.matcher(lower).find()) {
            return 0;
        }
        return URGENT.matcher(lower).find() ? 1 : Normalized.PRIORITY_USUAL;
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
        return SENTENCE_END
                .splitAsStream(plain)
                .filter(sentence -> !PeerText.line(sentence, 1).isEmpty())
                .findFirst()
                .orElse(plain);
    }

    /// English words stand alone; Chinese has no spaces to stand between. Most places in a text are
    /// passed over by their first character alone: it takes a fifth of the time.
    private static Pattern word(String chinese, String english) {
        return Pattern.compile(
                "(?=[%s])(?:%s)|\\b(?=[%s])(?:%s)\\b"
                        .formatted(initials(chinese), chinese, initials(english), english));
    }

    private static String initials(String words) {
        return Arrays.stream(words.split("\\|"))
                .map(word -> word.substring(0, 1))
                .distinct()
                .collect(Collectors.joining());
    }
}
