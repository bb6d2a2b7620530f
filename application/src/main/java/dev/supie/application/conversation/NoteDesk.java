package dev.supie.application.conversation;

import dev.supie.application.conversation.port.NoteTaker;
import dev.supie.application.conversation.port.NoteTakerException;
import dev.supie.application.runtime.FailureLog;
import dev.supie.application.runtime.Interruption;
import dev.supie.domain.conversation.Exchange;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Has turns put into one line each by the model, if there is one (CHAT-1). Nobody waits for it: at
/// most [#QUESTIONS_MAX] questions are under way, each for at most [#TIME_MAX], and one more is not
/// asked at all. Safe for use by many threads.
final class NoteDesk {

    /// A team says less than that in the time that a model takes for a line. What is not asked is
    /// remembered all the same, by its question.
    static final int QUESTIONS_MAX = 8;

    /// Generous, for models on small machines; the memory of the badge stays open as long.
    static final Duration TIME_MAX = Duration.ofSeconds(20);

    private static final System.Logger LOG = System.getLogger(NoteDesk.class.getName());

    private final Supplier<Optional<NoteTaker>> noteTaker;
    private final Executor threads;
    private final FailureLog failures;
    private final Semaphore places = new Semaphore(QUESTIONS_MAX);

    /// @param noteTaker asked for anew for every question (CFG-3)
    /// @param threads where questions wait for their answers
    NoteDesk(Supplier<Optional<NoteTaker>> noteTaker, Executor threads, InstantSource time) {
        this.noteTaker = noteTaker;
        this.threads = threads;
        this.failures = new FailureLog(LOG, time);
    }

    /// Asks, and returns at once.
    ///
    /// @param told once, on some other thread; empty if there was no usable answer
    /// @return false if nobody is asked, and then nobody is told
    boolean ask(Exchange turn, Consumer<Optional<String>> told) {
        Optional<NoteTaker> asked = noteTaker.get();
        if (asked.isEmpty() || !places.tryAcquire()) {
            return false;
        }
        try {
            threads.execute(() -> told.accept(answer(asked.get(), turn)));
            return true;
        } catch (RejectedExecutionException _) {
            // The process is ending.
            places.release();
            return false;
        }
    }

    private Optional<String> answer(NoteTaker asked, Exchange turn) {
        try {
            return Optional.of(asked.note(turn, TIME_MAX));
        } catch (NoteTakerException failure) {
            if (!Interruption.hasCome()) {
                failures.error("no note was made of a turn: its question is kept", failure);
            }
            return Optional.empty();
        } catch (RuntimeException | Error bug) {
            // Whatever breaks in a note taker must cost one line its wording, and nothing else.
            failures.error("a note taker failed: the question is kept", bug);
            return Optional.empty();
        } finally {
            places.release();
        }
    }
}
