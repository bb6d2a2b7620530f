package dev.supie.adapter.out.speech.voice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.supie.application.runtime.SystemAlarms;
import dev.supie.application.speaking.port.Synthesis;
import dev.supie.application.speaking.port.SynthesisRequest;
import dev.supie.application.speaking.port.SynthesisResult;
import dev.supie.application.speaking.port.SynthesisResult.Code;
import dev.supie.application.speech.port.LanguageTag;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// How the process is treated, with shell scripts in place of the program: whatever it does, nobody
/// waits for it for long, and nothing of it stays.
class EspeakProcessTest {

    private static final InstantSource TIME = InstantSource.system();
    private static final Duration LONG = Duration.ofSeconds(20);

    @TempDir private Path folder = Path.of("");

    private final SystemAlarms alarms = new SystemAlarms(TIME);

    @AfterEach
    void close() {
        alarms.close();
    }

    private EspeakSynthesizer synthesizer(String script, int processesMax) {
        return synthesizer(script, processesMax, Optional.empty());
    }

    private EspeakSynthesizer synthesizer(String script, int processesMax, Optional<Path> nice) {
        try {
            Path program = folder.resolve("espeak-ng");
            Files.writeString(program, "#!/bin/sh\n" + script + "\n");
            Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
            return new EspeakSynthesizer(
                    new LocalVoice("espeak", "", 1, LONG),
                    Programs.find("espeak-ng", "/nowhere:" + folder),
                    nice,
                    processesMax,
                    alarms,
                    TIME);
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
    }

    private static SynthesisRequest request(String text, String language, Duration within) {
        return new SynthesisRequest(text, new LanguageTag(language), within);
    }

    private static SynthesisResult run(EspeakSynthesizer synthesizer, Duration within) {
        return synthesizer.open(request("hello", "en", within)).run((_, _) -> {});
    }

    private static Code failure(SynthesisResult result) {
        return assertInstanceOf(SynthesisResult.Failed.class, result).code();
    }

    @Test
    void theTextIsOnStandardInputAndNowhereElse() throws IOException {
        Path said = folder.resolve("said");
        Path asked = folder.resolve("asked");
        String script = "printf '%s\\n' \"$@\" > " + asked + "; cat > " + said;
        EspeakSynthesizer synthesizer = synthesizer(script, 1);
        for (String text : List.of("会议 [[x]] -h $(id)", "--help")) {
            synthesizer.open(request(text, "zh", LONG)).run((_, _) -> {});
            assertEquals(text.replace('[', ' ').replace(']', ' '), Files.readString(said, UTF_8));
            assertEquals(
                    List.of("--stdin", "--stdout", "-b", "1", "-v", "cmn-latn-pinyin", "-s", "175"),
                    Files.readAllLines(asked));
        }
    }

    @Test
    void itStandsBackWhereTheSystemCanSayThat() throws IOException {
        Path niceness = folder.resolve("niceness");
        Optional<Path> nice = Programs.find("nice", System.getenv("PATH"));
        assertTrue(nice.isPresent(), "every POSIX system has it");
        run(synthesizer("nice > " + niceness, 1, Optional.empty()), LONG);
        int usual = Integer.parseInt(Files.readString(niceness).strip());
        run(synthesizer("nice > " + niceness, 1, nice), LONG);
        int behind = Integer.parseInt(Files.readString(niceness).strip());
        assertEquals(Math.min(19, usual + 5), behind);
    }

    @Test
    void oneThatHangsIsKilledWhenTimeIsUp() {
        EspeakSynthesizer synthesizer = synthesizer("exec tail -f /dev/null", 1);
        assertEquals(Code.TIMEOUT, failure(run(synthesizer, Duration.ofMillis(100))));
        assertEquals(Code.TIMEOUT, failure(run(synthesizer, Duration.ofMillis(100))), "again");
    }

    @Test
    void oneThatFailsOrSaysNothingIsBroken() {
        assertEquals(Code.BROKEN, failure(run(synthesizer("exit 3", 1), LONG)));
        assertEquals(Code.BROKEN, failure(run(synthesizer("cat", 1), LONG)), "no WAV");
        assertEquals(Code.BROKEN, failure(run(synthesizer(": ", 1), LONG)), "no sound");
    }

    @Test
    void oneThatCannotBeStartedIsBroken() throws IOException {
        EspeakSynthesizer synthesizer = synthesizer("exit 0", 1);
        Files.writeString(folder.resolve("espeak-ng"), "#!/nowhere/interpreter\n");
        assertEquals(Code.BROKEN, failure(run(synthesizer, LONG)));
    }

    @Test
    void oneMoreThanTheLimitWaitsItsTurn()
            throws IOException, InterruptedException, ExecutionException {
        Path started = folder.resolve("started");
        EspeakSynthesizer synthesizer =
                synthesizer("touch " + started + "; exec tail -f /dev/null", 1);
        try (ExecutorService threads = Executors.newSingleThreadExecutor();
                ExecutorService others = Executors.newSingleThreadExecutor()) {
            Synthesis first = synthesizer.open(request("hello", "en", LONG));
            Future<SynthesisResult> running = threads.submit(() -> first.run((_, _) -> {}));
            until(() -> Files.exists(started));
            assertEquals(Code.BUSY, failure(run(synthesizer, Duration.ofMillis(100))), "too late");
            Files.delete(started);
            Synthesis second = synthesizer.open(request("hello", "en", LONG));
            Future<SynthesisResult> waiting = others.submit(() -> second.run((_, _) -> {}));
            first.cancel();
            assertEquals(new SynthesisResult.Cancelled(), running.get());
            until(() -> Files.exists(started));
            second.cancel();
            assertEquals(new SynthesisResult.Cancelled(), waiting.get());
        }
        assertEquals(Code.TIMEOUT, failure(run(synthesizer, Duration.ofMillis(100))), "its place");
    }

    @Test
    void whoeverWaitsForItsTurnCanBeGivenUp()
            throws IOException, InterruptedException, ExecutionException {
        Path started = folder.resolve("started");
        EspeakSynthesizer synthesizer =
                synthesizer("touch " + started + "; exec tail -f /dev/null", 1);
        try (ExecutorService threads = Executors.newCachedThreadPool()) {
            Synthesis first = synthesizer.open(request("hello", "en", LONG));
            Future<SynthesisResult> running = threads.submit(() -> first.run((_, _) -> {}));
            until(() -> Files.exists(started));
            Synthesis second = synthesizer.open(request("hello", "en", LONG));
            Future<SynthesisResult> waiting = threads.submit(() -> second.run((_, _) -> {}));
            until(() -> synthesizer.waiting() == 1);
            second.cancel();
            assertEquals(new SynthesisResult.Cancelled(), waiting.get());
            assertEquals(0, synthesizer.waiting());
            assertTrue(!running.isDone(), "the first goes on");
            first.cancel();
            running.get();
        }
    }

    @Test
    void after500InterruptionsNoProcessIsLeft() throws InterruptedException, ExecutionException {
        EspeakSynthesizer synthesizer = synthesizer("exec tail -f /dev/null", 4);
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            for (int round = 0; round < 125; round++) {
                List<Synthesis> sentences = new ArrayList<>();
                List<Future<SynthesisResult>> results = new ArrayList<>();
                for (int place = 0; place < 4; place++) {
                    Synthesis sentence = synthesizer.open(request("hello", "en", LONG));
                    sentences.add(sentence);
                    results.add(threads.submit(() -> sentence.run((_, _) -> {})));
                }
                sentences.forEach(Synthesis::cancel);
                for (Future<SynthesisResult> result : results) {
                    assertEquals(new SynthesisResult.Cancelled(), result.get());
                }
            }
        }
        until(() -> childrenOfOurs().isEmpty());
        assertTrue(childrenOfOurs().isEmpty(), () -> "left: " + childrenOfOurs());
    }

    /// Also those that have ended and that nobody has waited for, which only the system knows of.
    private List<String> childrenOfOurs() {
        String parent = Long.toString(ProcessHandle.current().pid());
        try (Stream<Path> processes = Files.list(Path.of("/proc"))) {
            return processes
                    .filter(each -> each.getFileName().toString().matches("\\d+"))
                    .map(each -> status(each.resolve("stat")))
                    .flatMap(Optional::stream)
                    .filter(
                            stat ->
                                    stat.matches(
                                            "\\d+ \\((tail|sh|espeak-ng)\\) . " + parent + " .*"))
                    .toList();
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
    }

    /// Empty if it has gone meanwhile.
    private static Optional<String> status(Path file) {
        try {
            return Optional.of(Files.readString(file).strip());
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    private interface Condition {
        boolean holds() throws IOException;
    }

    private static void until(Condition condition) throws InterruptedException {
        CountDownLatch never = new CountDownLatch(1);
        for (int tries = 0; tries < 1_000; tries++) {
            try {
                if (condition.holds()) {
                    return;
                }
            } catch (IOException failure) {
                throw new AssertionError(failure);
            }
            assertTrue(!never.await(5, TimeUnit.MILLISECONDS));
        }
        throw new AssertionError("it did not happen within 5 s");
    }
}
