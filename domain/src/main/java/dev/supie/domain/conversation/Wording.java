package dev.supie.domain.conversation;

import dev.supie.domain.meeting.Language;

/// What is said that no model wrote, in both languages. Each is one or two sentences, says what is
/// so, and where something can be done, what.
enum Wording {
    GREETING("Hi, I'm listening.", "你好，我在听。"),
    FAREWELL("Goodbye.", "再见。"),
    FORGOTTEN("I have forgotten what we talked about.", "我们聊过的内容我已经忘掉了。"),
    NOT_FORGOTTEN(
            "I could not forget it: the store does not answer. Please ask me again.",
            "没能忘掉：存储没有响应，请再说一次。"),

    TIME("It is %s.", "现在是%s。"),
    DATE("Today is %s.", "今天是%s。"),
    WHO(
            "I am Supie, the assistant in this badge. No language model is configured, so I answer"
                    + " only a few questions.",
            "我是 Supie，这个徽章里的助手。目前没有配置语言模型，所以我只能回答少数问题。"),
    HELP(
            "I can tell the time and the date, take the minutes of a meeting, and keep your team's"
                    + " tasks. Say start meeting, or working mode.",
            "我可以报时间和日期、记录会议纪要、管理团队任务。你可以说开始会议，或者工作模式。"),
    NO_MODEL(
            "I heard you, but no language model is configured, so I cannot answer that.",
            "我听到了，但是没有配置语言模型，这个问题我回答不了。"),

    TIMEOUT("The language model did not answer in time.", "语言模型没有及时回答。"),
    BUSY("Too much is asked of the language model right now. Please try again.", "现在问的人太多了，请稍后再试。"),
    UNAVAILABLE("The language model cannot be reached right now.", "现在连不上语言模型。"),
    BROKEN("The language model gave no usable answer.", "语言模型没有给出可用的回答。"),
    NO_ANSWER("I have no answer that can be spoken.", "我没有可以说出来的回答。"),
    BROKE_OFF("The language model broke off here.", "语言模型说到这里中断了。"),
    TOO_LONG("There is more, but I stop here.", "后面还有，我先说到这里。");

    private final String english;
    private final String chinese;

    Wording(String english, String chinese) {
        this.english = english;
        this.chinese = chinese;
    }

    String in(Language language) {
        return switch (language) {
            case EN -> english;
            case ZH -> chinese;
        };
    }

    String in(Language language, String detail) {
        return in(language).formatted(detail);
    }
}
