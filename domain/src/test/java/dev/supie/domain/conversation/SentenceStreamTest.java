package dev.supie.domain.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

/// CHAT-1: an answer is cut into sentences while it is written.
final class SentenceStreamTest {

    /// Sentences as they are said, of an answer that comes in pieces of this size.
    private static List<String> sentences(String answer, int size) {
        SentenceStream stream = SentenceStream.EMPTY;
        List<String> sentences = new ArrayList<>();
        for (int from = 0; from < answer.length(); from += size) {
            String piece = answer.substring(from, Math.min(answer.length(), from + size));
            SentenceStream.Cut cut = stream.add(piece);
            sentences.addAll(cut.sentences());
            stream = cut.next();
        }
        sentences.addAll(stream.rest());
        return sentences.stream().map(Speakable::of).filter(text -> !text.isEmpty()).toList();
    }

    /// However the answer is cut into pieces, it comes to the same.
    private static void cut(String answer, String... expected) {
        for (int size : new int[] {1, 2, 3, 7, 1000}) {
            assertEquals(List.of(expected), sentences(answer, size), "in pieces of " + size);
        }
    }

    @Test
    void chinese() {
        cut("今天天气很好。我们去公园吧！你觉得怎么样？好的。", "今天天气很好。", "我们去公园吧！", "你觉得怎么样？", "好的。");
    }

    @Test
    void english() {
        cut(
                "The first one is here. Is this the second one? Then comes the third!",
                "The first one is here.",
                "Is this the second one?",
                "Then comes the third!");
    }

    @Test
    void aQuotationMarkBelongsToWhatItCloses() {
        cut("他说：“我明天一定会来。”然后他就走了。", "他说：“我明天一定会来。”", "然后他就走了。");
        cut(
                "She said \"I will come tomorrow.\" Then she left us.",
                "She said \"I will come tomorrow.\"",
                "Then she left us.");
    }

    @Test
    void aDotInANumberOrAnAbbreviationEndsNothing() {
        cut(
                "Dr. Smith and J. Miller paid 3.14 dollars for version 1.2.3 of it. Good.",
                "Dr. Smith and J. Miller paid 3.14 dollars for version 1.2.3 of it.",
                "Good.");
        cut(
                "Bring something, e.g. a cup, to the meeting today.",
                "Bring something, e.g. a cup, to the meeting today.");
        cut(
                "It is approx. 5 km. That is not far at all.",
                "It is approx. 5 km.",
                "That is not far at all.");
    }

    @Test
    void whatIsVeryShortGoesWithTheNextOne() {
        cut("Yes. No. I do not know it yet. Fine", "Yes. No. I do not know it yet.", "Fine");
        cut("好。行。我马上就去办。", "好。行。我马上就去办。");
    }

    @Test
    void listsAreReadLineByLine() {
        cut(
                "You need these things:\n1. Milk and sugar\n2. Bread for everybody\n",
                "You need these things:",
                "1. Milk and sugar",
                "2. Bread for everybody");
    }

    @Test
    void whatNeverEndsIsCutAtACommaOrASpaceOrAnywhere() {
        for (String endless : List.of("一直说下去，", "going on and ", "啊", "👍🏽", "1,234,567")) {
            List<String> parts = new ArrayList<>();
            SentenceStream stream = SentenceStream.EMPTY;
            for (int i = 0; i < 400; i++) {
                SentenceStream.Cut cut = stream.add(endless);
                parts.addAll(cut.sentences());
                stream = cut.next();
                assertTrue(stream.pending().length() <= SentenceEnd.CHARS_MAX);
            }
            parts.addAll(stream.rest());
            assertEquals(endless.repeat(400), String.join("", parts));
            for (String part : parts) {
                assertTrue(part.length() <= SentenceEnd.CHARS_MAX, part);
                assertTrue(!Character.isHighSurrogate(part.charAt(part.length() - 1)), part);
            }
        }
    }

    @Test
    void aPieceMayBeAsLongAsItLikes() {
        String long_ = "This is one of very many sentences. ".repeat(2_000);
        assertEquals(2_000, sentences(long_, long_.length()).size());
    }

    @Test
    void whatAModelThinksIsNotSaid() {
        cut(
                "<think>Let me see. What is it?</think>It is the kettle on the table.",
                "It is the kettle on the table.");
        cut(
                "The kettle <THINK>or the cup?</Think>is on the table. And this < that <b>.",
                "The kettle is on the table.",
                "And this < that .");
    }

    @Test
    void aThoughtWithoutItsBeginningTakesWhatWasBefore() {
        assertEquals(List.of("the kettle"), sentences("or the cup?\n</think>the kettle", 4));
    }

    @Test
    void aThoughtWithoutAnEndIsNeverSaid() {
        cut("<thinking>Let me see. What is it? What?", new String[0]);
    }

    @Test
    void codeIsNotReadAloud() {
        cut(
                "Use this command now:\n```sh\nrm -rf build. Then. That.\n```\nThen `mvn` it again.",
                "Use this command now:",
                "Then mvn it again.");
    }
}
