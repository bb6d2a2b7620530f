package dev.supie.application.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.supie.application.coding.port.BuildAdviser;
import dev.supie.application.coding.port.ModelAnswer;
import dev.supie.domain.coding.Advice;
import dev.supie.domain.coding.BuildContext;
import dev.supie.domain.coding.Question;
import dev.supie.domain.coding.signal.Verdict;
import dev.supie.domain.meeting.Language;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// What every adviser must do.
public abstract class BuildAdviserContract {

    protected static final Duration WITHIN = Duration.ofSeconds(8);

    protected static final Advice ADVICE =
            new Advice(
                    List.of("The name is not known"),
                    List.of("Others use it too"),
                    List.of("Introduce it first"),
                    List.of("Build again"));

    private static final Question QUESTION =
            new Question(
                    false,
                    Language.EN,
                    "compile",
                    new BuildContext(1, 0, "", Verdict.FAILED, 0),
                    "a.c:3:1: error: 'speed' undeclared");

    private final List<ModelAnswer> heard = new CopyOnWriteArrayList<>();

    /// An adviser whose model says [#ADVICE].
    protected abstract BuildAdviser answering();

    /// An adviser whose model fails.
    protected abstract BuildAdviser failing();

    /// An adviser whose model never says anything.
    protected abstract BuildAdviser hanging();

    /// Waits until whatever was asked has been answered, at most [#WITHIN]; a moment if it never
    /// will be.
    protected abstract void settle();

    private BuildAdviser.Asked ask(BuildAdviser adviser) {
        return adviser.ask(QUESTION, WITHIN, heard::add);
    }

    @Test
    void anAnswerIsHeardOnceAndSaysWhoGaveIt() {
        ask(answering());
        settle();

        assertEquals(1, heard.size());
        ModelAnswer.Given given = assertInstanceOf(ModelAnswer.Given.class, heard.getFirst());
        assertEquals(ADVICE, given.advice());
        assertTrue(!given.provider().isBlank());
    }

    @Test
    void aFailureIsHeardOnceAndHasAReason() {
        ask(failing());
        settle();

        assertEquals(1, heard.size());
        ModelAnswer.Failed failed = assertInstanceOf(ModelAnswer.Failed.class, heard.getFirst());
        assertTrue(!failed.reason().isBlank());
    }

    @Test
    void afterACancelNothingIsHeard() {
        BuildAdviser.Asked asked = ask(hanging());
        asked.cancel();
        asked.cancel();
        settle();

        assertEquals(List.of(), heard);
    }

    @Test
    void aCancelAfterTheAnswerIsHarmless() {
        BuildAdviser.Asked asked = ask(answering());
        settle();
        asked.cancel();

        assertEquals(1, heard.size());
    }

    @Test
    void aModelThatHangsIsHeardOfAtMostOnce() {
        ask(hanging());
        settle();

        assertTrue(heard.size() <= 1);
    }
}
