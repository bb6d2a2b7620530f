package dev.supie.domain.conversation;

import dev.supie.domain.connection.ModePhrases;
import dev.supie.domain.connection.TalkPhrases;
import dev.supie.domain.meeting.Language;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// What can be answered without a language model: a few questions, and otherwise the truth, that
/// there is none. A question counts only if it is asked for its own sake: "what time is the
/// meeting" is not about the time. Pure.
final class OfflineReplies {

    private static final Set<String> TIME =
            Set.of(
                    "几点",
                    "几点了",
                    "几点钟",
                    "几点钟了",
                    "是几点",
                    "是几点钟",
                    "时间",
                    "什么时间",
                    "是什么时间",
                    "whattimeisit",
                    "whatisthetime",
                    "whatsthetime",
                    "tellmethetime",
                    "thetime");

    private static final Set<String> DATE =
            Set.of(
                    "几号",
                    "是几号",
                    "几月几号",
                    "是几月几号",
                    "星期几",
                    "是星期几",
                    "周几",
                    "是周几",
                    "日期",
                    "是什么日子",
                    "whatdayisit",
                    "whatdayistoday",
                    "whatdateisit",
                    "whatsthedate",
                    "whatisthedate",
                    "whatisthedatetoday",
                    "whatsthedatetoday",
                    "whatistodaysdate",
                    "whatstodaysdate",
                    "tellmethedate");

    private static final Set<String> WHO =
            Set.of(
                    "你是谁",
                    "你叫什么",
                    "你叫什么名字",
                    "你的名字",
                    "你的名字是什么",
                    "介绍一下你自己",
                    "自我介绍一下",
                    "whoareyou",
                    "whatareyou",
                    "whatisyourname",
                    "whatsyourname",
                    "introduceyourself");

    private static final Set<String> HELP =
            Set.of(
                    "帮助",
                    "帮帮我",
                    "怎么用",
                    "你怎么用",
                    "你能做什么",
                    "你能干什么",
                    "你会什么",
                    "你会做什么",
                    "你会干什么",
                    "你有什么功能",
                    "help",
                    "helpme",
                    "whatcanyoudo",
                    "whatcanisay",
                    "whatcanyoudoforme",
                    "howdoesthiswork");

    private static final List<String> OPENINGS =
            List.of("请问", "请告诉我", "告诉我", "你知道", "现在", "今天", "please", "hey", "hello");

    private static final List<String> CLOSINGS =
            List.of("呢", "啊", "呀", "吗", "please", "now", "rightnow", "today");

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("H:mm", Locale.ROOT);
    private static final DateTimeFormatter ENGLISH_DAY =
            DateTimeFormatter.ofPattern("EEEE, d MMMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter CHINESE_DAY =
            DateTimeFormatter.ofPattern("uuuu年M月d日，EEEE", Locale.SIMPLIFIED_CHINESE);

    private OfflineReplies() {}

    /// @param now where the team is
    static String to(String question, Language language, LocalDateTime now) {
        String asked = kernel(question);
        if (TIME.contains(asked)) {
            return Wording.TIME.in(language, CLOCK.format(now));
        }
        if (DATE.contains(asked)) {
            return Wording.DATE.in(language, day(language).format(now));
        }
        if (WHO.contains(asked)) {
            return Wording.WHO.in(language);
        }
        return (HELP.contains(asked) ? Wording.HELP : Wording.NO_MODEL).in(language);
    }

    private static DateTimeFormatter day(Language language) {
        return switch (language) {
            case EN -> ENGLISH_DAY;
            case ZH -> CHINESE_DAY;
        };
    }

    /// Without what is only polite.
    private static String kernel(String question) {
        if (question.length() > TalkPhrases.CHARS_MAX) {
            return "";
        }
        String kernel = ModePhrases.letters(question);
        for (String opening : OPENINGS) {
            if (kernel.startsWith(opening) && kernel.length() > opening.length()) {
                kernel = kernel.substring(opening.length());
            }
        }
        for (String closing : CLOSINGS) {
            if (kernel.endsWith(closing) && !isQuestion(kernel)) {
                kernel = kernel.substring(0, kernel.length() - closing.length());
            }
        }
        return kernel;
    }

    private static boolean isQuestion(String kernel) {
        return List.of(TIME, DATE, WHO, HELP).stream().anyMatch(all -> all.contains(kernel));
    }
}
