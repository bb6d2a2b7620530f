package dev.supie.application.contract;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.supie.application.conversation.port.NoteTaker;
import dev.supie.application.conversation.port.NoteTakerException;
import dev.supie.domain.conversation.Exchange;
import dev.supie.domain.conversation.Memory;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// What every [NoteTaker] must do, and its fake as well.
public abstract class NoteTakerContract {

    private static final Duration AMPLE = Duration.ofSeconds(10);
    private static final Duration SHORT = Duration.ofMillis(300);
    private static final Exchange TURN =
            new Exchange("When does the contract go out?", "On Monday, Li Lei sends it.");

    /// A note taker whose model says these words of every turn.
    protected abstract NoteTaker saying(String words);

    /// One whose model answers with something else than it was asked for.
    protected abstract NoteTaker babbling();

    /// One whose model never answers.
    protected abstract NoteTaker silent();

    private static String note(NoteTaker noteTaker) throws NoteTakerException {
        return noteTaker.note(TURN, AMPLE);
    }

    static List<String> notes() {
        return List.of(
                "Li Lei sends the contract on Monday",
                "李雷周一寄出合同",
                "said \"yes\" to \\ and {braces} 😀",
                "n".repeat(Memory.NOTE_CHARS_MAX));
    }

    @ParameterizedTest
    @MethodSource("notes")
    void whatTheModelSaysComesBack(String words) throws NoteTakerException {
        assertEquals(words, note(saying(words)));
    }

    @Test
    void itIsOneLineWithoutControlCharacters() throws NoteTakerException {
        assertEquals("one two", note(saying(" one\n\t two\u0007\u0000 ")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n\n", "\u0007"})
    void oneThatSaysNothingIsNone(String words) {
        NoteTaker empty = saying(words);
        assertThrows(NoteTakerException.class, () -> note(empty));
    }

    @ParameterizedTest
    @ValueSource(ints = {Memory.NOTE_CHARS_MAX + 1, 5_000})
    void oneThatIsTooLongIsNone(int length) {
        NoteTaker verbose = saying("n".repeat(length));
        assertThrows(NoteTakerException.class, () -> note(verbose));
    }

    @Test
    void withoutUsableAnswerItSaysSo() {
        NoteTaker babbling = babbling();
        assertThrows(NoteTakerException.class, () -> note(babbling));
    }

    @Test
    void aModelThatNeverAnswersIsLeftAtTheTimeLimit() {
        NoteTaker silent = silent();
        assertTimeoutPreemptively(
                AMPLE,
                () -> assertThrows(NoteTakerException.class, () -> silent.note(TURN, SHORT)));
    }

    @Test
    void anInterruptEndsItEarlyAndIsKept() {
        NoteTaker silent = silent();
        Thread.currentThread().interrupt();
        assertAll(
                () -> assertThrows(NoteTakerException.class, () -> note(silent)),
                () -> assertTrue(Thread.interrupted(), "the flag is kept"));
    }

    @Test
    void manyTurnsAtOnceAreAllAnswered() throws InterruptedException, ExecutionException {
        NoteTaker noteTaker = saying("about the contract");
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<String>> asked = new ArrayList<>();
            for (int number = 0; number < 8; number++) {
                Exchange turn = new Exchange("question " + number, "answer " + number);
                asked.add(threads.submit(() -> noteTaker.note(turn, AMPLE)));
            }
            for (Future<String> each : asked) {
                assertEquals("about the contract", each.get());
            }
        }
    }
}
