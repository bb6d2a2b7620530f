package dev.supie.adapter.out.llm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;

class CueReaderTest {

    private final CueReader reader = new CueReader(List.of("maya", "小周", "林涛"));

    private Cues read(String sentence) {
        return reader.read(sentence, Words.of(sentence));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "我们决定用方案B。",
                "好，芜湖排除，这个定了。",
                "那就按每人三千。",
                "结论是先不换供应商。",
                "We decided to drop the old tablets.",
                "We've agreed on the price.",
                "We have not seen the data, but we decided to ship.",
                "It does not fit so we decided to order another one.",
                "Let's go with the second option.",
                "Decision: ship on Monday.",
                "我们决定用 plan B，上线时间下次再决定。",
                "From now on reports are sent on Mondays.",
                "So we keep the old supplier.",
                "Then we postpone the audit to May.",
                "Okay, so we cancel the tour.",
                "那就租两年。",
                "价格就改成每月九十。",
                "访客一律走南门。",
                "从下个月开始，周报改成双周报。",
                "地下车库我们不用了。",
                "Okay, Lisbon it is.",
                "Good, that's the plan.",
                "Let's take the blue one."
            })
    void findsDecisions(String sentence) {
        assertTrue(read(sentence).decision() > 0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "下次会议再决定。",
                "这件事还没决定。",
                "方案待定。",
                "我不同意这个决定。",
                "由客户决定。",
                "系统很稳定了。",
                "大家都同意吧？",
                "如果大家同意再说。",
                "We have not decided yet.",
                "We haven't really agreed on that.",
                "Nobody agreed to this.",
                "The price is still to be decided.",
                "Have we decided on the date?",
                "If we decided to ship, it would be too early.",
                "I am undecided.",
                "If the tests fail, then we postpone the audit.",
                "So we kept the old supplier back then.",
                "So we keep both for now?",
                "The shelf is full, so we keep the rest outside.",
                "那就好。",
                "如果涨价，那就不租了。",
                "地点周五之前定下来。",
                "这个不一定。",
                "Yes it is.",
                "I know how far Lisbon it is from here.",
                "If all agree, Lisbon it is.",
                "那就去南京或者苏州。",
                "那就先不换。",
                "那就按顺序来讨论。"
            })
    void leavesOpenThingsOpen(String sentence) {
        assertEquals(0, read(sentence).decision());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "I will send the patch by Wednesday.",
                "I'll check.",
                "Maya will do the slides.",
                "Anna will call the provider on Monday.",
                "tom will talk to the provider tomorrow",
                "Maya needs to review it.",
                "We need to send the report before Friday.",
                "Please send me the logs.",
                "Can you send me the logs by Friday?",
                "Action item: update the wiki.",
                "小周负责再订十块。",
                "我周四之前重新测一遍。",
                "麻烦李强联系业主。",
                "请 Maya 在周五前把日志发给我。",
                "小王来跟进。",
                "需要在周三之前把报告发给客户。",
                "如果周五前到货，我来焊接样机。",
                "I can do that.",
                "I'm calling the printer tomorrow.",
                "The tax form is due on Friday.",
                "我下个月去跟房东签合同。",
                "我一定按时补上。",
                "下周三前完成验收。",
                "请柬月底之前寄出。",
                "我让司机周六送过来。"
            })
    void findsActions(String sentence) {
        assertTrue(read(sentence).action() > 0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Nobody will have time for that.",
                "No one will take that over.",
                "I will not send it.",
                "I don't think I will make it to the meeting.",
                "I sent the report yesterday.",
                "Battery life will improve.",
                "batteries will arrive tomorrow",
                "The weather will be nice this weekend.",
                "It will be fine.",
                "I will be late.",
                "You will see.",
                "Who will send the report by Friday?",
                "If I send the report, they will complain.",
                "没人负责这件事。",
                "谁来负责？",
                "我昨天已经把合同发给法务了。",
                "我不会去。",
                "我觉得可以。",
                "请问大家有意见吗？",
                "他是项目负责人。",
                "I cannot do that.",
                "I'm writing too small.",
                "上周三前完成了验收。",
                "预计下周三前完成验收。",
                "完成验收是下周的事。",
                "我不一定来。",
                "I'll believe it when it happens.",
                "I have to leave at five."
            })
    void leavesTalkThatNobodyTookOn(String sentence) {
        assertEquals(0, read(sentence).action());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The risk is that a badge bricks itself.",
                "I'm worried about the fee.",
                "The translation might slip.",
                "We are blocked by the supplier.",
                "中文识别是个风险。",
                "我担心来不及。",
                "数量不够三十块。"
            })
    void findsRisks(String sentence) {
        assertTrue(read(sentence).risk() > 0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "There is no risk.",
                "I'm not worried.",
                "Is that a risk?",
                "不用担心。",
                "没有风险。",
                "风险不大。",
                "先买二十份，不够再说。",
                "延期的问题已经解决。"
            })
    void leavesWhatIsNoRisk(String sentence) {
        assertEquals(0, read(sentence).risk());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Next step is a load test.",
                "We plan to roll out next week.",
                "下一步先实地看一遍。",
                "嘉兴还是太仓，下次会议再决定。",
                "我们下周会发布测试版。"
            })
    void findsNextSteps(String sentence) {
        assertTrue(read(sentence).nextStep() > 0);
    }

    @Test
    void actionIsNoNextStepAsWell() {
        Cues cues = read("Next step: I will send the report by Friday.");
        assertTrue(cues.action() > 0);
        assertEquals(0, cues.nextStep());
    }

    @Test
    void ownerAndDateMakeAnActionStronger() {
        int bare = read("I will look.").action();
        int work = read("I will check the logs.").action();
        int dated = read("I will check the logs by Friday.").action();
        assertTrue(bare < work && work < dated);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "嗯，好的。",
                "Okay.",
                "Yeah, sure.",
                "好的，没问题。",
                "同意。",
                "Thanks everyone, bye.",
                "…",
                "Um, so, right."
            })
    void knowsFillers(String sentence) {
        assertTrue(read(sentence).filler());
    }

    @ParameterizedTest
    @ValueSource(strings = {"好的产品需要时间", "Okay, the price is 40 euros.", "没问题再发货"})
    void fillersInFrontOfWordsAreNoFillers(String sentence) {
        assertFalse(read(sentence).filler());
    }

    @ParameterizedTest
    @ValueSource(strings = {"芜湖呢？", "怎么样", "谁来负责系统切换", "what about refunds", "你明天来吗。", "Ready?"})
    void knowsQuestionsWithAndWithoutTheirMark(String sentence) {
        assertTrue(read(sentence).question());
    }

    @Test
    void subjectBeginsAfterItsAnnouncement() {
        String sentence = "Today we'll talk about the budget.";
        assertEquals(" the budget.", sentence.substring(read(sentence).topicStart()));
        assertEquals(-1, read("The budget is fine.").topicStart());
    }
}
