package dev.supie.application.contract;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.supie.application.peer.port.Structurer;
import dev.supie.application.peer.port.StructurerException;
import dev.supie.domain.kernel.DeviceId;
import dev.supie.domain.peer.Category;
import dev.supie.domain.peer.Mid;
import dev.supie.domain.peer.Normalized;
import dev.supie.domain.peer.Structure;
import dev.supie.domain.peer.StructureRules;
import dev.supie.domain.peer.Submission;
import dev.supie.domain.peer.Targets;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// What every [Structurer] must do, and its fake as well.
public abstract class StructurerContract {

    private static final Duration AMPLE = Duration.ofSeconds(10);
    private static final Duration SHORT = Duration.ofMillis(300);
    private static final String TEXT = "Please send the report by 2026-11-30, @Anna";
    private static final Structure BY_RULES =
            StructureRules.structure(TEXT, LocalDate.of(2026, 11, 21));

    /// What a model says of every message; what is empty it leaves out.
    ///
    /// @param priority nothing if negative
    protected record Words(
            String category,
            String summary,
            String title,
            int priority,
            String due,
            List<String> assignees) {}

    /// A model that says this, or as much of it as there is.
    protected abstract Structurer saying(Words words);

    /// A model that answers with something else than it was asked for.
    protected abstract Structurer babbling();

    /// A model that never answers.
    protected abstract Structurer silent();

    protected static Submission submission(String text) {
        return new Submission(
                Mid.NONE,
                new Targets.Named(List.of(new DeviceId("me"))),
                text,
                new Submission.Hint.None(),
                "",
                Duration.ofHours(1));
    }

    private static Structure read(Structurer structurer) throws StructurerException {
        return structurer.structure(submission(TEXT), BY_RULES, AMPLE);
    }

    @Test
    void whatTheModelSaysComesBack() throws StructurerException {
        Words words =
                new Words("Notice", "A report", "Report", 1, "2026-12-01", List.of("Li", "Zoe"));
        assertEquals(
                new Structure(
                        Category.NOTICE,
                        "A report",
                        new Normalized("Report", 1, "2026-12-01", List.of("Li", "Zoe"))),
                read(saying(words)));
    }

    @Test
    void whatItLeavesOutIsAsTheRulesHaveIt() throws StructurerException {
        Structure read = read(saying(new Words("", "A report", "", 2, "", List.of())));
        assertAll(
                () -> assertEquals(BY_RULES.category(), read.category()),
                () -> assertEquals("A report", read.summary()),
                () -> assertEquals(BY_RULES.normalized().title(), read.normalized().title()));
    }

    @Test
    void aWordThatIsNoCategoryDoesNotCount() throws StructurerException {
        Words words = new Words("admin", "A report", "Report", 2, "", List.of());
        assertEquals(BY_RULES.category(), read(saying(words)).category());
    }

    @Test
    void whatIsTooLongOrWrongIsCorrected() throws StructurerException {
        List<String> many = new ArrayList<>();
        for (int number = 0; number < 30; number++) {
            many.add("n" + number + "x".repeat(100));
        }
        Words words = new Words("task", "s".repeat(500), "t".repeat(500), 2, "2026-12-01", many);
        Structure read = read(saying(words));
        assertAll(
                () -> assertEquals(Structure.SUMMARY_LENGTH_MAX, read.summary().length()),
                () -> assertEquals(Normalized.TITLE_LENGTH_MAX, read.normalized().title().length()),
                () -> assertEquals(Normalized.ASSIGNEES_MAX, read.normalized().assignees().size()));
    }

    @Test
    void withoutUsableAnswerItSaysSo() {
        Structurer babbling = babbling();
        assertThrows(StructurerException.class, () -> read(babbling));
    }

    @Test
    void aModelThatNeverAnswersIsLeftAtTheTimeLimit() {
        Structurer silent = silent();
        assertTimeoutPreemptively(
                AMPLE,
                () ->
                        assertThrows(
                                StructurerException.class,
                                () -> silent.structure(submission(TEXT), BY_RULES, SHORT)));
    }

    @Test
    void anInterruptEndsItEarlyAndIsKept() {
        Structurer silent = silent();
        Thread.currentThread().interrupt();
        assertAll(
                () -> assertThrows(StructurerException.class, () -> read(silent)),
                () -> assertTrue(Thread.interrupted(), "the flag is kept"));
    }

    @Test
    void manyMessagesAtOnceDoNotMeet() throws InterruptedException, ExecutionException {
        Structurer structurer = saying(new Words("notice", "", "", -1, "", List.of()));
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Structure>> asked = new ArrayList<>();
            for (int number = 0; number < 8; number++) {
                String text = "message " + number;
                Structure byRules = StructureRules.structure(text, LocalDate.EPOCH);
                asked.add(
                        threads.submit(
                                () -> structurer.structure(submission(text), byRules, AMPLE)));
            }
            for (int number = 0; number < 8; number++) {
                assertEquals("message " + number, asked.get(number).get().summary());
            }
        }
    }
}
