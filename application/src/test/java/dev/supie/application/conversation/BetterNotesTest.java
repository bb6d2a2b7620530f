package dev.supie.application.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.supie.application.conversation.port.NoteTaker;
import dev.supie.application.fake.InMemoryMemoryStore;
import dev.supie.application.fake.ScriptedNoteTaker;
import dev.supie.application.fake.StepExecutor;
import dev.supie.application.fake.VirtualTime;
import dev.supie.domain.conversation.Exchange;
import dev.supie.domain.conversation.Memory;
import dev.supie.domain.kernel.DeviceId;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.IntStream;

/// CHAT-1: a turn that is no longer remembered word by word is noted at once, and better when the
/// model has answered; nobody waits for it, and nothing that it does can lose or bring back
/// anything.
final class BetterNotesTest {

    private final VirtualTime time = new VirtualTime(Instant.parse("2026-11-21T09:00:00Z"));
    private final InMemoryMemoryStore store = new InMemoryMemoryStore();
    private final ScriptedNoteTaker model = new ScriptedNoteTaker();

    /// What the lanes of memories do, and what waits for the model: a test says when which runs.
    private final StepExecutor lanes = new StepExecutor();

    private final StepExecutor questions = new StepExecutor();
    private Optional<NoteTaker> configured = Optional.of(model);
    private final NoteDesk desk = new NoteDesk(() -> configured, questions, time);
    private final MemoryService service = new MemoryService(store, desk, lanes, time);

    /// A badge whose wearer talks.
    private final class Badge {

        final DeviceId device;
        final DeviceMemory memory;
        private int turns;

        Badge(int number) {
            device = new DeviceId("aa:" + number);
            memory = service.hold(device);
        }

        Badge asks(String question) {
            turns++;
            memory.add(new Exchange(question, "answer " + turns));
            lanes.runAll();
            return this;
        }

        /// Of as many questions as are remembered word by word.
        Badge fillsItsTurns() {
            for (int i = 1; i <= Memory.TURNS_MAX; i++) {
                asks("question " + i);
            }
            return this;
        }

        List<String> notes() {
            return store.load(device).notes();
        }
    }

    private Badge badge(int number) {
        return new Badge(number);
    }

    /// Everything that was asked is answered, and what comes of it is stored.
    private void modelAnswers() {
        questions.runAll();
        lanes.runAll();
    }

    @Test
    void nobodyIsAskedWhileATurnIsRememberedWordByWord() {
        badge(1).fillsItsTurns();
        assertEquals(0, questions.waiting());
    }

    @Test
    void theQuestionIsNotedAtOnceAndTheModelsLineTakesItsPlace() {
        Badge badge = badge(1).fillsItsTurns().asks("and now");
        assertEquals(List.of("question 1"), badge.notes());
        modelAnswers();
        assertEquals(List.of(new Exchange("question 1", "answer 1")), model.asked());
        assertEquals(List.of("learned: answer 1"), badge.notes());
        assertEquals(Memory.TURNS_MAX, store.load(badge.device).turns().size());
    }

    @Test
    void withoutAModelTheQuestionsAreKept() {
        configured = Optional.empty();
        Badge badge = badge(1).fillsItsTurns().asks("and now");
        assertEquals(0, questions.waiting());
        assertEquals(List.of("question 1"), badge.notes());
    }

    @Test
    void aModelThatFailsOrBreaksCostsNothing() {
        model.failNext().breakNext();
        Badge badge = badge(1).fillsItsTurns().asks("and now");
        modelAnswers();
        badge.asks("and then");
        modelAnswers();
        assertEquals(List.of("question 1", "question 2"), badge.notes());
        badge.asks("and at last");
        modelAnswers();
        assertEquals(List.of("question 1", "question 2", "learned: answer 3"), badge.notes());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "\u0007\u0000"})
    void wordsThatAreNoNoteChangeNothing(String words) {
        model.babbleNext(words);
        Badge badge = badge(1).fillsItsTurns().asks("and now");
        modelAnswers();
        assertEquals(List.of("question 1"), badge.notes());
    }

    @Test
    void aLineThatIsTooLongChangesNothing() {
        model.babbleNext("n".repeat(Memory.NOTE_CHARS_MAX + 1));
        Badge badge = badge(1).fillsItsTurns().asks("and now");
        modelAnswers();
        assertEquals(List.of("question 1"), badge.notes());
    }

    @Test
    void onlyOneNoteOfABadgeIsAskedAboutAtATime() {
        Badge badge = badge(1).fillsItsTurns().asks("and now").asks("and then");
        assertEquals(1, questions.waiting());
        modelAnswers();
        assertEquals(List.of("learned: answer 1", "question 2"), badge.notes());
        badge.asks("and at last");
        modelAnswers();
        assertEquals(
                List.of("learned: answer 1", "question 2", "learned: answer 3"), badge.notes());
    }

    @Test
    void ofTwoNotesWithTheSameWordsTheRightOneIsReplaced() {
        Badge badge = badge(1).asks("what time is it").asks("what time is it");
        for (int i = 0; i < Memory.TURNS_MAX; i++) {
            badge.asks("question " + i);
        }
        assertEquals(List.of("what time is it", "what time is it"), badge.notes());
        modelAnswers();
        assertEquals(List.of("learned: answer 1", "what time is it"), badge.notes());
    }

    @Test
    void noMoreThanASmallNumberIsAskedAtATime() {
        List<Badge> badges =
                IntStream.rangeClosed(0, NoteDesk.QUESTIONS_MAX)
                        .mapToObj(number -> badge(number).fillsItsTurns().asks("and now"))
                        .toList();
        assertEquals(NoteDesk.QUESTIONS_MAX, questions.waiting());
        modelAnswers();
        assertEquals(List.of("learned: answer 1"), badges.getFirst().notes());
        assertEquals(List.of("question 1"), badges.getLast().notes());
        badges.getLast().asks("and then");
        modelAnswers();
        assertEquals(List.of("question 1", "learned: answer 2"), badges.getLast().notes());
    }

    @Test
    void failuresGiveTheirPlacesBack() {
        Badge badge = badge(1).fillsItsTurns();
        for (int i = 0; i < 3 * NoteDesk.QUESTIONS_MAX; i++) {
            model.failNext().breakNext();
            badge.asks("and now");
            modelAnswers();
            badge.asks("and then");
            modelAnswers();
        }
        badge.asks("and at last");
        modelAnswers();
        assertTrue(badge.notes().getLast().startsWith("learned: "), badge.notes()::toString);
    }

    @Test
    void whatIsForgottenWhileTheModelThinksIsNeverBroughtBack() {
        Badge badge = badge(1).fillsItsTurns().asks("and now");
        badge.memory.forget(_ -> {});
        lanes.runAll();
        modelAnswers();
        assertEquals(Memory.NOTHING, store.load(badge.device));
    }

    @Test
    void notEvenIntoTheSameTalkBegunAnew() {
        Badge badge = badge(1).fillsItsTurns().asks("and now");
        badge.memory.forget(_ -> {});
        badge.fillsItsTurns().asks("and now");
        assertEquals(List.of("question 1"), badge.notes());
        modelAnswers();
        assertEquals(List.of("question 1"), badge.notes());
        badge.asks("and then");
        modelAnswers();
        assertEquals(List.of("question 1", "learned: answer 11"), badge.notes());
    }

    @Test
    void aStoreThatDoesNotForgetKeepsTheNoteToo() {
        Badge badge = badge(1).fillsItsTurns().asks("and now");
        store.away(true);
        badge.memory.forget(_ -> {});
        lanes.runAll();
        store.away(false);
        modelAnswers();
        assertEquals(List.of("learned: answer 1"), badge.notes());
    }

    @Test
    void anAnswerThatComesAfterItsNoteIsGoneChangesNothing() {
        Badge badge = badge(1).fillsItsTurns().asks("and now");
        for (int i = 0; i < Memory.NOTES_MAX; i++) {
            badge.asks("another");
        }
        List<String> before = badge.notes();
        modelAnswers();
        assertEquals(before, badge.notes());
        assertEquals(Memory.NOTES_MAX, Collections.frequency(before, "another") + 8);
    }

    @Test
    void aTalkThatEndsMeanwhileIsOverAtOnceAndItsNoteIsStored() {
        Badge badge = badge(1).fillsItsTurns().asks("and now");
        badge.memory.release();
        lanes.runAll();
        assertEquals(1, service.inUse());
        modelAnswers();
        assertEquals(List.of("learned: answer 1"), badge.notes());
        assertEquals(0, service.inUse());
    }

    @Test
    void aBadgeThatReturnsMeanwhileHasTheSameMemory() {
        Badge badge = badge(1).fillsItsTurns().asks("and now");
        badge.memory.release();
        lanes.runAll();
        Badge returned = badge(1).asks("here again");
        modelAnswers();
        assertEquals(List.of("learned: answer 1", "question 2"), returned.notes());
        returned.memory.release();
        lanes.runAll();
        assertEquals(0, service.inUse());
    }

    @Test
    void aStoreThatIsAwayWhenTheAnswerComesHasItWithTheNextTurn() {
        Badge badge = badge(1).fillsItsTurns().asks("and now");
        store.away(true);
        modelAnswers();
        store.away(false);
        assertEquals(List.of("question 1"), badge.notes());
        badge.asks("and then");
        assertEquals(List.of("learned: answer 1", "question 2"), badge.notes());
    }

    @Test
    void aTurnThatIsNotStoredIsNotAskedAbout() {
        Badge badge = badge(1).fillsItsTurns();
        store.away(true);
        badge.asks("and now");
        assertEquals(0, questions.waiting());
    }

    @Test
    void whereThereAreNoMoreThreadsNobodyIsAskedAndNothingIsLeft() {
        NoteDesk ending =
                new NoteDesk(
                        () -> configured,
                        _ -> {
                            throw new RejectedExecutionException("the process is ending");
                        },
                        time);
        MemoryService last = new MemoryService(store, ending, lanes, time);
        DeviceMemory memory = last.hold(new DeviceId("aa:1"));
        for (int i = 0; i < Memory.TURNS_MAX + 2 * NoteDesk.QUESTIONS_MAX; i++) {
            memory.add(new Exchange("question " + i, "answer"));
        }
        memory.release();
        lanes.runAll();
        assertEquals(List.of(), model.asked());
        assertEquals(0, last.inUse());
    }
}
