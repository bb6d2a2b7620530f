package dev.supie.adapter.out.llm;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The terms by which sentences are compared: pairs of neighbouring ideographs, so that Chinese
/// needs no dictionary, and lightly stemmed words; both without words that say nothing.
final class Tokens {

    private static final Set<String> STOP_WORDS =
            setOf(
                    """
                    a about after again all also am an and any are as at be because been before being
                    but by can could did do does doing done down each even every few first for from
                    get gets go goes going good got had has have having he her here him his how i if
                    in into is it its just know last let like made make many may maybe me might more
                    most much must my need needs next no nobody none not now of off okay on once one
                    only or other our out over own please really right said same say see shall she
                    should so some still such sure take talk talking than thank thanks that the their them then
                    there these they thing things think this those three to today tomorrow too two
                    under until up us very want was way we week well were what when where which while
                    who why will with would yeah yes yet you your
                    monday tuesday wednesday thursday friday saturday sunday decided agreed everyone
                    """);

    private static final String STOP_IDEOGRAPHS =
            "的了是在我你他她它们这那有和就不都也很还要会可能以到说去来上下个一么什没吗吧呢啊嗯哦把被让给从跟与及等为" + "但而且如果因所又再先好对行只才其每些";

    private static final Set<String> STOP_PAIRS =
            setOf(
                    """
                    决定 负责 需要 今天 明天 后天 昨天 周一 周二 周三 周四 周五 周六 周日 大家 问题 时候 现在 之前 之后
                    目前 觉得 知道 讨论 主要 最后 谢谢 应该 必须 确认 已经 开始 接着 同意 时间 担心 风险 希望 其实
                    """);

    private Tokens() {}

    private static Set<String> setOf(String words) {
        return Pattern.compile("\\s+").splitAsStream(words).collect(Collectors.toUnmodifiableSet());
    }

    static List<String> of(List<Word> words) {
        List<String> tokens = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            Word word = words.get(i);
            if (word.isIdeograph()) {
                String pair = i + 1 < words.size() ? pair(word, words.get(i + 1)) : "";
                if (!pair.isEmpty()) {
                    tokens.add(pair);
                }
            } else if (isTelling(word)) {
                tokens.add(stem(word.text()));
            }
        }
        return List.copyOf(tokens);
    }

    static boolean isTelling(Word word) {
        return switch (word.kind()) {
            case COLON -> false;
            case IDEOGRAPH -> !STOP_IDEOGRAPHS.contains(word.text());
            case LOWER_CASE, CAPITALISED, MIXED ->
                    word.text().length() > 1 && !STOP_WORDS.contains(word.text());
        };
    }

    static boolean isStopPair(String pair) {
        return STOP_PAIRS.contains(pair);
    }

    private static String pair(Word first, Word second) {
        if (!second.isIdeograph() || first.end() != second.start()) {
            return "";
        }
        String pair = first.text() + second.text();
        return isTelling(first) && isTelling(second) && !isStopPair(pair) ? pair : "";
    }

    /// Takes off what makes `badge` and `badges`, `test`, `tests`, `tested` and `testing` differ;
    /// rough on purpose, as it only has to treat the same word the same way.
    static String stem(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        if (lower.length() > 5 && lower.endsWith("ing")) {
            return lower.substring(0, lower.length() - 3);
        }
        if (lower.length() > 4 && (lower.endsWith("ed") || lower.endsWith("es"))) {
            return lower.substring(0, lower.length() - 2);
        }
        if (lower.length() > 3 && lower.endsWith("s") && !lower.endsWith("ss")) {
            return lower.substring(0, lower.length() - 1);
        }
        return lower.length() > 4 && lower.endsWith("e")
                ? lower.substring(0, lower.length() - 1)
                : lower;
    }
}
