package dev.supie.adapter.out.llm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.supie.application.coding.port.BuildAdviser;
import dev.supie.application.coding.port.ModelAnswer;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// Each failure is heard of as one within the time limit, so that rules advise (COD-4).
class HttpBuildAdviserFailuresTest extends FailingModelContract {

    private static final Duration SHORT = Duration.ofMillis(400);
    private static final Duration NOTICEABLY_LATE = Duration.ofSeconds(10);

    private final HttpBuildAdviser adviser =
            new HttpBuildAdviser(
                    ModelServer.settings(server.baseUrl(), LIMITS), tally, time.surroundings());
    private final BlockingQueue<ModelAnswer> heard = new LinkedBlockingQueue<>();

    @Override
    String use() {
        return HttpBuildAdviser.USE;
    }

    @Override
    String good() {
        return "{\"insights\":[\"fine\"]}";
    }

    @Override
    void succeed() throws InterruptedException {
        assertInstanceOf(ModelAnswer.Given.class, ask(TIME_LIMIT));
    }

    @Override
    String failure(Duration within) throws InterruptedException {
        return assertInstanceOf(ModelAnswer.Failed.class, ask(within)).reason();
    }

    @Override
    String secret() {
        return "speed";
    }

    @Override
    AutoCloseable asked() {
        return adviser;
    }

    private ModelAnswer ask(Duration within) throws InterruptedException {
        adviser.ask(Builds.question(Builds.LINE), within, heard::add);
        return next();
    }

    private ModelAnswer next() throws InterruptedException {
        ModelAnswer answer = heard.poll(NOTICEABLY_LATE.toMillis(), TimeUnit.MILLISECONDS);
        if (answer == null) {
            throw new AssertionError("nothing was heard");
        }
        return answer;
    }

    @Test
    void oneMoreThanItsLimitFailsAtOnce() throws InterruptedException, IOException {
        try (SilentServer silent = new SilentServer();
                HttpBuildAdviser busy =
                        new HttpBuildAdviser(
                                ModelServer.settings(silent.baseUrl(), ModelServer.limits(1, 2)),
                                tally,
                                time.surroundings())) {
            for (int i = 0; i < 2; i++) {
                busy.ask(Builds.question(Builds.LINE), TIME_LIMIT, _ -> {});
                assertTrue(silent.awaitConnection());
            }
            busy.ask(Builds.question(Builds.LINE), TIME_LIMIT, heard::add);
            assertEquals(
                    new ModelAnswer.Failed(
                            "model main: the limit of 2 builds at a time is reached"),
                    next());
        }
    }

    @Test
    void aCancelFreesThePlace() throws InterruptedException, IOException {
        try (SilentServer silent = new SilentServer();
                HttpBuildAdviser one =
                        new HttpBuildAdviser(
                                ModelServer.settings(silent.baseUrl(), ModelServer.limits(1, 1)),
                                tally,
                                time.surroundings())) {
            BuildAdviser.Asked first =
                    one.ask(Builds.question(Builds.LINE), TIME_LIMIT, heard::add);
            assertTrue(silent.awaitConnection());
            first.cancel();
            // It may take the cancelled one a moment to go.
            long deadline = System.nanoTime() + NOTICEABLY_LATE.toNanos();
            boolean asked = false;
            while (!asked && System.nanoTime() < deadline) {
                one.ask(Builds.question(Builds.LINE), SHORT, heard::add);
                asked =
                        assertInstanceOf(ModelAnswer.Failed.class, next())
                                .reason()
                                .contains("no complete answer");
            }
            assertTrue(asked, "the place stays taken");
        }
    }
}
