package dev.supie.application.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.supie.application.connection.port.BadgeMessage;
import dev.supie.application.conversation.port.ModelEvent;
import dev.supie.application.conversation.port.Prompt;
import dev.supie.application.conversation.port.ToolRequest;
import dev.supie.application.meeting.port.StoreException;
import dev.supie.application.runtime.Lane;
import dev.supie.domain.connection.Mode;
import dev.supie.domain.conversation.Exchange;
import dev.supie.domain.conversation.Memory;
import dev.supie.domain.conversation.Trouble;
import dev.supie.domain.speaking.Emotion;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;

/// CHAT-1, LIS-7, CON-3, CON-4: a talk over a model, a mouth, tools and a memory.
final class TalkTest {

    private static final String KETTLE = "The kettle is on the table.";

    private final TalkBench bench = new TalkBench(true);

    @Test
    void whatTheModelWritesIsSaidSentenceBySentence() {
        bench.model.answerNext("The kettle is ", "on the table. It ", "is hot 🙂");
        TalkBench.Badge badge = bench.badge(1).says("where is the kettle");
        assertEquals(List.of("start", KETTLE, "It is hot", "stop"), badge.heard());
        assertEquals(
                List.of(new BadgeMessage.Face(badge.session, Emotion.NEUTRAL, "")),
                bench.link.sentTo(badge.session));
        assertEquals(List.of("speaking", "quiet"), badge.told);
    }

    @Test
    void theModelIsToldWhatTimeItIsAndWhatWasSaidBefore() {
        bench.model.answerNext(KETTLE).answerNext("Yes, it is.");
        TalkBench.Badge badge = bench.badge(1).says("where is the kettle").says("is it hot");
        Prompt prompt = bench.model.prompts().getLast();
        assertEquals("is it hot", prompt.question());
        assertEquals(LocalDateTime.parse("2026-11-21T17:00"), prompt.now());
        assertEquals(List.of(new Exchange("where is the kettle", KETTLE)), prompt.memory().turns());
        assertEquals(2, bench.store.load(badge.device).turns().size());
    }

    @Test
    void theModelIsToldWhatTheOtherOneMadeOfWhatWasSaidLongBefore() {
        TalkBench.Badge badge = bench.badge(1);
        for (int i = 0; i < Memory.TURNS_MAX + 1; i++) {
            bench.model.answerNext(KETTLE);
            badge.says("where is thing " + i);
        }
        bench.model.answerNext(KETTLE);
        badge.says("where was it");
        Memory told = bench.model.prompts().getLast().memory();
        assertEquals(List.of("learned: " + KETTLE), told.notes());
        assertEquals("where is thing 1", told.turns().getFirst().question());
        assertEquals(
                List.of(new Exchange("where is thing 0", KETTLE)),
                bench.noteTaker.asked().subList(0, 1));
    }

    @Test
    void anAbortIsSilentBeforeTheCallReturnsAndCancelsTheModel() {
        bench.model.sayNext(new ModelEvent.Piece(KETTLE + " And it"));
        TalkBench.Badge badge = bench.badge(1).says("where is the kettle");
        badge.talk.abort();
        assertEquals(List.of("start", KETTLE, "stop"), bench.mouths.heard(badge.session));
        bench.threads.runAll();
        assertEquals(1, bench.model.cancelled());
        bench.model.say(new ModelEvent.Piece(" is late. Very late."));
        assertEquals(List.of("start", KETTLE, "stop"), badge.heard());
        assertEquals(List.of("speaking", "quiet"), badge.told);
    }

    @Test
    void whatIsSaidDirectlyAfterAnAbortIsAnswered() {
        bench.mouths.slow();
        bench.model.answerNext(KETTLE).answerNext("Yes, it really is.");
        TalkBench.Badge badge = bench.badge(1).says("where is the kettle");
        badge.talk.abort();
        badge.says("is it hot");
        bench.mouths.speakToTheEnd();
        assertEquals(
                List.of("start", KETTLE, "stop", "start", "Yes, it really is.", "stop"),
                badge.heard());
        assertEquals(List.of("speaking", "quiet", "speaking", "quiet"), badge.told);
    }

    @Test
    void voiceBreaksOffWhatIsBeingSpoken() {
        bench.mouths.slow();
        bench.model.answerNext(KETTLE);
        TalkBench.Badge badge = bench.badge(1).says("where is the kettle");
        badge.talk.voiceHeard();
        assertEquals(List.of("start", KETTLE, "stop"), badge.heard());
    }

    @Test
    void aModelThatHangsIsGivenUpAndTheWearerIsTold() {
        TalkBench.Badge badge = bench.badge(1).says("where is the kettle");
        bench.time.advance(Duration.ofSeconds(15));
        assertEquals(
                List.of("start", "The language model did not answer in time.", "stop"),
                badge.heard());
        assertEquals(1, bench.model.cancelled());
    }

    @Test
    void aModelThatFailsOrBreaksCostsOneAnswer() {
        bench.model.sayNext(new ModelEvent.Failed(Trouble.UNAVAILABLE, "HTTP 500"));
        TalkBench.Badge badge = bench.badge(1).says("where is the kettle");
        bench.model.breakNext();
        badge.says("and the cup");
        bench.model.answerNext(KETTLE);
        badge.says("where is the kettle");
        assertEquals(
                List.of(
                        "start",
                        "The language model cannot be reached right now.",
                        "stop",
                        "start",
                        "The language model gave no usable answer.",
                        "stop",
                        "start",
                        KETTLE,
                        "stop"),
                badge.heard());
    }

    @Test
    void toolsAreCalledAndTheirAnswersGoBackToTheModel() {
        bench.toolbox.offering("clock");
        ToolRequest request = new ToolRequest("call-1", "clock", "{}");
        bench.model.sayNext(new ModelEvent.ToolsAsked(List.of(request)));
        TalkBench.Badge badge = bench.badge(1).says("how late is it");
        assertEquals("clock", bench.toolbox.calls().getFirst().name());
        bench.model.answerNext("It is five o'clock.");
        bench.toolbox.answer("17:00");
        assertEquals(List.of("start", "It is five o'clock.", "stop"), badge.heard());
        Prompt again = bench.model.prompts().getLast();
        assertEquals(
                List.of(
                        new Prompt.ToolRound(
                                List.of(new Prompt.ToolAnswer(request, "17:00", false)))),
                again.rounds());
        assertEquals(1, again.tools().size());
    }

    @Test
    void anAnswerOfAToolThatComesLateAsksNobody() {
        ToolRequest request = new ToolRequest("call-1", "clock", "{}");
        bench.model.sayNext(new ModelEvent.ToolsAsked(List.of(request)));
        TalkBench.Badge badge = bench.badge(1).says("how late is it");
        badge.talk.abort();
        bench.threads.runAll();
        bench.toolbox.answer("17:00");
        bench.threads.runAll();
        assertEquals(1, bench.model.prompts().size());
        assertEquals(List.of(), badge.heard());
    }

    @Test
    void withoutAModelNobodyIsAsked() {
        TalkBench offline = new TalkBench(false);
        TalkBench.Badge badge = offline.badge(1).says("现在几点");
        assertEquals(List.of("start", "现在是17:00。", "stop"), badge.heard());
        assertEquals(List.of(), offline.model.prompts());
    }

    @Test
    void everythingIsForgottenByVoice() {
        bench.model.answerNext(KETTLE).answerNext("No idea at all.");
        TalkBench.Badge badge = bench.badge(1).says("where is the kettle");
        badge.says("forget everything").says("where is it");
        assertEquals(Memory.NOTHING, bench.model.prompts().getLast().memory());
        assertTrue(badge.heard().contains("I have forgotten what we talked about."));
    }

    @Test
    void whatTheStoreDoesNotForgetIsNotSaidToBeForgotten() {
        TalkBench.Badge badge = bench.badge(1);
        bench.store.away(true);
        badge.says("forget everything");
        assertFalse(badge.heard().contains("I have forgotten what we talked about."));
    }

    @Test
    void aStoreThatIsAwayCostsTheMemoryAndNotTheAnswer() {
        bench.store.away(true);
        bench.model.answerNext(KETTLE);
        assertEquals(
                List.of("start", KETTLE, "stop"),
                bench.badge(1).says("where is the kettle").heard());
    }

    @Test
    void aGoodbyeIsSpokenBeforeTheConnectionEnds() {
        bench.mouths.slow();
        TalkBench.Badge badge = bench.badge(1).says("再见");
        assertEquals(List.of("speaking"), badge.told);
        bench.mouths.speakToTheEnd();
        bench.threads.runAll();
        assertEquals(List.of("speaking", "quiet", "leave"), badge.told);
    }

    @Test
    void nothingIsLeftOfATalkThatIsClosed() {
        bench.model.sayNext(new ModelEvent.Piece(KETTLE + " And it"));
        TalkBench.Badge badge = bench.badge(1).says("where is the kettle");
        badge.talk.close();
        bench.threads.runAll();
        assertEquals(1, bench.model.cancelled());
        assertEquals(0, bench.mouths.open());
        assertEquals(0, ((MemoryService) bench.feature.memories()).inUse());
        assertFalse(bench.time.nextAlarm().isPresent());
        assertEquals(KETTLE, bench.store.load(badge.device).turns().getFirst().answer());
        assertFalse(badge.talk.said("hello", Mode.CHAT));
    }

    @Test
    void twoConnectionsOfABadgeRememberTheSame() {
        bench.model.answerNext(KETTLE).answerNext("Yes, it is.");
        TalkBench.Badge first = bench.badge(1);
        TalkBench.Badge second = bench.badge(1);
        first.says("where is the kettle");
        first.talk.close();
        second.says("is it hot");
        assertEquals(1, bench.model.prompts().getLast().memory().turns().size());
        second.talk.close();
        bench.threads.runAll();
        assertEquals(2, bench.store.load(first.device).turns().size());
        assertEquals(0, ((MemoryService) bench.feature.memories()).inUse());
    }

    @Test
    void moreThanWaitsIsRefused() {
        TalkBench.Badge badge = bench.badge(1);
        for (int i = 0; i < Lane.WAITING_MAX; i++) {
            assertTrue(badge.talk.said("hello", Mode.CHAT));
        }
        assertFalse(badge.talk.said("hello", Mode.CHAT));
    }

    @Test
    void manySmallPiecesWaitAsOne() {
        TalkBench.Badge badge = bench.badge(1).says("where is the kettle");
        for (int i = 0; i < 10_000; i++) {
            bench.model.say(new ModelEvent.Piece("x"));
        }
        bench.model.say(new ModelEvent.Ended());
        assertEquals(1, bench.threads.waiting());
        assertEquals("start", badge.heard().getFirst());
    }

    @Test
    void aWishToForgetIsDoneOrRefused() {
        TalkBench.Badge badge = bench.badge(1);
        NoteDesk nobody = new NoteDesk(Optional::empty, Runnable::run, bench.time);
        MemoryService memories = new MemoryService(bench.store, nobody, Runnable::run, bench.time);
        bench.store.save(
                badge.device, Memory.NOTHING.with(new Exchange("a", "b")), bench.time.instant());
        memories.forget(badge.device);
        assertEquals(Memory.NOTHING, bench.store.load(badge.device));
        bench.store.away(true);
        assertThrows(StoreException.class, () -> memories.forget(badge.device));
        assertEquals(0, memories.inUse());
    }
}
