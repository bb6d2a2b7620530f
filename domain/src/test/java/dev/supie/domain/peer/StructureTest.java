package dev.supie.domain.peer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.supie.domain.kernel.Seeded;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;

/// PEER-4: what a message comes to, by rules and by a model, and what neither can say.
class StructureTest {

    /// A Saturday.
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

    private static Structure of(String text) {
        return StructureRules.structure(text, TODAY);
    }

    @ParameterizedTest
    @CsvSource({
        "请把报告发给我, TASK",
        "麻烦明天之前提交预算, TASK",
        "Please send me the report., TASK",
        "Can you fix the door?, TASK",
        "三号会议室在哪里, QUESTION",
        "你吃了吗, QUESTION",
        "Where is room 3, QUESTION",
        "Is it raining?, QUESTION",
        "紧急：三楼着火了, ALERT",
        "URGENT: water in the cellar, ALERT",
        "各位，食堂今天关门, NOTICE",
        "FYI the canteen is closed, NOTICE",
        "今天天气不错, CHAT",
        "nice weather, CHAT",
        "a whatsoever pleased emergencyless showman, CHAT"
    })
    void theCategoryIsSeenInTheWords(String text, Category category) {
        assertEquals(category, of(text).category());
    }

    @ParameterizedTest
    @CsvSource({
        "紧急处理, 0",
        "请马上来, 0",
        "come immediately, 0",
        "尽快回复, 1",
        "this is important, 1",
        "来一下, 2",
        "come over, 2",
        "不急，有空再看, 3",
        "no rush, 3"
    })
    void thePriorityIsSeenInTheWords(String text, int priority) {
        assertEquals(priority, of(text).normalized().priority());
    }

    @ParameterizedTest
    @CsvSource({
        "明天交, 2026-11-22",
        "后天交, 2026-11-23",
        "今天交, 2026-11-21",
        "下周一交, 2026-11-23",
        "星期六交, 2026-11-28",
        "礼拜天交, 2026-11-22",
        "12月3日交, 2026-12-03",
        "3月1号交, 2027-03-01",
        "明天下午3点半开会, 2026-11-22T15:30",
        "明天15:30开会, 2026-11-22T15:30",
        "by 2026-12-24 please, 2026-12-24",
        "by tomorrow, 2026-11-22",
        "the day after tomorrow, 2026-11-23",
        "on Friday at 5 pm, 2026-11-27T17:00",
        "tomorrow 12am, 2026-11-22T00:00",
        "tonight, 2026-11-21"
    })
    void theDateIsSeenInTheWords(String text, String due) {
        assertEquals(due, of(text).normalized().due());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nothing",
                "13月45日",
                "2026-13-01",
                "2月30日",
                "at 5 pm",
                "3点",
                "15:30",
                "Fridays are fine"
            })
    void whatIsNoDateIsNone(String text) {
        assertEquals("", of(text).normalized().due());
    }

    @Test
    void aTimeThatDoesNotExistIsLeftOut() {
        assertEquals("2026-11-22", of("明天99点").normalized().due());
        assertEquals("2026-11-22", of("tomorrow 13 pm").normalized().due());
    }

    @Test
    void whoIsMentionedShallDoIt() {
        assertEquals(
                List.of("李雷", "zoe"), of("@李雷 and @zoe: lunch, @zoe!").normalized().assignees());
    }

    @Test
    void theTitleIsTheFirstSentence() {
        assertEquals("请提交报告", of("请提交报告。明天之前。").normalized().title());
        assertEquals("Version 1.5 is out", of("Version 1.5 is out. Yes!").normalized().title());
        assertEquals("one", of("\n\none\ntwo").normalized().title());
    }

    @Test
    void theSummaryIsTheTextOnOneLine() {
        assertEquals("one two", of("one\n\ttwo").summary());
        assertEquals("x".repeat(119) + "…", of("x".repeat(121)).summary());
        assertEquals("x".repeat(120), of("x".repeat(120)).summary());
    }

    @Test
    void fencesAreNoText() {
        assertEquals("rm -rf", of("```bash\nrm -rf\n```").summary());
        assertEquals("```", of("```").summary());
    }

    @Test
    void whateverIsSentComesToSomething() {
        Seeded random = new Seeded(3);
        for (int round = 0; round < 5_000; round++) {
            String text = PeerText.cleaned("x" + random.text(12));
            Structure structure = of(text);
            assertFalse(structure.summary().isEmpty(), text);
            assertTrue(PeerText.length(structure.normalized().title()) <= 80, text);
        }
    }

    @Test
    void theSendersOwnWordStands() {
        Structure byRules = of("nice weather");

        assertEquals(
                Category.ALERT,
                byRules.under(new Submission.Hint.Given(Category.ALERT)).category());
        assertEquals(byRules, byRules.under(new Submission.Hint.None()));
    }

    @Test
    void whatAModelSaysIsCorrected() {
        List<String> names = IntStream.range(0, 20).mapToObj(i -> "n" + i + "\n").toList();

        Structure corrected =
                Structure.corrected(
                        " TASK ",
                        "a\u0000 summary\n" + "y".repeat(500),
                        Normalized.of("", 7, "soon", names),
                        of("nice weather"));

        assertEquals(Category.TASK, corrected.category());
        assertEquals(120, corrected.summary().length());
        assertEquals("nice weather", corrected.normalized().title());
        assertEquals(2, corrected.normalized().priority());
        assertEquals("", corrected.normalized().due());
        assertEquals(10, corrected.normalized().assignees().size());
        assertEquals("n0", corrected.normalized().assignees().getFirst());
    }

    @Test
    void aModelThatSaysNothingLeavesTheRules() {
        Structure byRules = of("请明天提交 @zoe");

        Structure same = Structure.corrected("nonsense", " \n", byRules.normalized(), byRules);

        assertEquals(byRules, same);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-30", "2026-11-30T17:00", "2026-11-30T17:00:00Z"})
    void datesOfTheRightFormAreKept(String due) {
        assertEquals(due, Normalized.of("t", 0, " " + due, List.of()).due());
    }

    @Test
    void aSummaryIsOneShortLine() {
        Normalized any = of("x").normalized();
        for (String wrong : List.of("", "two\nlines", "x".repeat(121))) {
            assertThrows(
                    IllegalArgumentException.class, () -> new Structure(Category.CHAT, wrong, any));
        }
    }
}
