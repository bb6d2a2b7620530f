package dev.supie.domain.meeting;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Map;

/// MTG-3: the team's own words.
final class TermMapTest {

    private static final Map<String, Map<String, String>> SECTIONS =
            Map.of(
                    "*", Map.of("cube", "Kube", "supi", "Supie", "pod", "star"),
                    "en", Map.of("pod", "pod (en)"),
                    "zh", Map.of("pod", "容器组", "酷伯", "Kube"),
                    "industry:tech", Map.of("cube", "Kubernetes"),
                    "industry:legal", Map.of("cube", "court"));

    @ParameterizedTest
    @CsvSource({
        "the cube runs, the Kube runs",
        "the pod runs, the pod (en) runs",
        "酷伯已经部署了, Kube已经部署了",
        "这个 pod 已经部署了, 这个 容器组 已经部署了",
        "nothing to do, nothing to do"
    })
    void theStarAlwaysAppliesAndALanguageToItsOwnText(String text, String replaced) {
        assertEquals(replaced, new TermMap(SECTIONS, "").apply(text));
    }

    @Test
    void theConfiguredIndustryWinsOverTheStar() {
        assertEquals("Kubernetes", new TermMap(SECTIONS, "tech").apply("cube"));
        assertEquals("court", new TermMap(SECTIONS, "legal").apply("cube"));
    }

    @Test
    void theIndustryWinsOverTheLanguage() {
        TermMap terms =
                map(Map.of("en", Map.of("pod", "en"), "industry:tech", Map.of("pod", "tech")));

        assertEquals("tech", terms.apply("pod"));
    }

    @Test
    void anUnknownIndustryAddsNothing() {
        assertEquals("Kube", new TermMap(SECTIONS, "finance").apply("cube"));
    }

    @Test
    void aTermInAnotherCaseIsTheSameTerm() {
        TermMap terms =
                map(Map.of("*", Map.of("GPT", "star"), "industry:tech", Map.of("gpt", "tech")));

        assertEquals("tech tech tech", terms.apply("gpt Gpt GPT"));
    }

    @Test
    void theLongestTermWins() {
        TermMap terms = map(Map.of("*", Map.of("open", "OPEN", "open ai", "OpenAI")));

        assertEquals("OpenAI and OPEN source", terms.apply("open ai and open source"));
    }

    @ParameterizedTest
    @CsvSource({
        "supi, Supie",
        "SUPI, Supie",
        "supis, supis",
        "asupi, asupi",
        "supi2, supi2",
        "supi-2, Supie-2",
        "'(supi)', '(Supie)'",
        "supi supi, Supie Supie",
        "用supi录音的会议开始了, 用Supie录音的会议开始了"
    })
    void latinTermsMatchWholeWordsInAnyCase(String text, String replaced) {
        assertEquals(replaced, new TermMap(SECTIONS, "").apply(text));
    }

    @Test
    void ideographsNeedNoWordBoundary() {
        assertEquals("把Kube交给酷", new TermMap(SECTIONS, "").apply("把酷伯交给酷"));
    }

    @Test
    void whatWasPutInIsNotReplacedAgain() {
        TermMap terms = map(Map.of("*", Map.of("a", "b", "b", "a", "c", "c c")));

        assertEquals("b a c c", terms.apply("a b c"));
    }

    @Test
    void blankTermsAreNotTerms() {
        assertEquals("a b", map(Map.of("*", Map.of("", "x", " ", "y"))).apply("a b"));
    }

    @Test
    void emojiPassUnharmed() {
        assertEquals("😀 Supie 😀", new TermMap(SECTIONS, "").apply("😀 supi 😀"));
    }

    @Test
    void noTermsChangeNothing() {
        assertEquals("cube", TermMap.NONE.apply("cube"));
    }

    private static TermMap map(Map<String, Map<String, String>> sections) {
        return new TermMap(sections, "tech");
    }
}
