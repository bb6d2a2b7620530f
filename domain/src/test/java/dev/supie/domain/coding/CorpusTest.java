package dev.supie.domain.coding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.supie.domain.coding.signal.Tool;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// COD-3, COD-4: what real-looking logs come to, and what is advised about them.
final class CorpusTest {

    private static final List<String> SECRETS =
            List.of(
                    "tok_8f2c91aa7d",
                    "eyJhbGci",
                    "hunter2",
                    "s3cr3t-lantern",
                    "AKIAQUAY7EXAMPLE2345",
                    "ghp_Zm9v",
                    "lantern-77",
                    "w1nd0wseat");

    static List<Corpus.Case> cases() throws IOException {
        return Corpus.cases();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void everyLogComesToWhatStandsBesideIt(Corpus.Case log) {
        assertEquals(
                String.join("\n", log.expected()), String.join("\n", Corpus.told(log.findings())));
    }

    @Test
    void everyToolHasSeveralLogs() throws IOException {
        List<Corpus.Case> cases = Corpus.cases();
        for (Tool tool : EnumSet.complementOf(EnumSet.of(Tool.OTHER))) {
            long logs = cases.stream().filter(log -> isBy(log, tool)).count();
            assertTrue(logs >= 3, tool + " has " + logs);
        }
        assertTrue(cases.size() >= 50, () -> "logs: " + cases.size());
    }

    private static boolean isBy(Corpus.Case log, Tool tool) {
        return log.findings().byTool().containsKey(tool);
    }

    /// Compared letter by letter, and not in the way of the rule itself.
    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void noAdviceQuotesALine(Corpus.Case log) {
        List<String> lines =
                log.lines().stream().filter(line -> line.split(" ", -1).length > 2).toList();

        items(summary(log))
                .forEach(
                        item ->
                                lines.forEach(
                                        line -> {
                                            assertFalse(item.contains(line), item);
                                            assertFalse(line.contains(item), item);
                                        }));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void adviceStaysWithinItsLimits(Corpus.Case log) {
        Advice advice = summary(log);

        assertFalse(advice.insights().isEmpty());
        assertTrue(advice.insights().size() <= Advice.SUMMARY_MAX);
        assertTrue(advice.risks().size() <= Advice.RISKS_MAX);
        assertTrue(advice.actions().size() <= Advice.ACTIONS_MAX);
        assertTrue(advice.nextSteps().size() <= Advice.NEXT_STEPS_MAX);
        items(advice).forEach(item -> assertTrue(item.length() <= Advice.ITEM_CHARS_MAX, item));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void noSecretIsKept(Corpus.Case log) {
        String kept = String.join("\n", log.lines());

        SECRETS.forEach(secret -> assertFalse(kept.contains(secret), secret));
    }

    /// The secrets are there to be found, or the test above could not fail.
    @Test
    void theLogsHaveSecrets() throws IOException {
        String all = Corpus.cases().stream().map(Corpus.Case::log).collect(Collectors.joining());

        SECRETS.forEach(secret -> assertTrue(all.contains(secret), secret));
    }

    private static Advice summary(Corpus.Case log) {
        Run run = Intake.take(Run.EMPTY, LogLevel.INFO, log.log(), CodingSettings.DEFAULTS).run();
        return new AdviceRules(run.window(), Advice.SUMMARY_MAX)
                .cleaned(Adviser.summary(run.findings(), Questions.language(run)));
    }

    private static Set<String> items(Advice advice) {
        return Stream.of(advice.insights(), advice.risks(), advice.actions(), advice.nextSteps())
                .flatMap(List::stream)
                .collect(Collectors.toSet());
    }
}
