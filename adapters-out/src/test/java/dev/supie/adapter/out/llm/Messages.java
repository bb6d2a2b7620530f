package dev.supie.adapter.out.llm;

import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.supie.application.peer.port.Structurer;
import dev.supie.application.peer.port.StructurerException;
import dev.supie.domain.kernel.DeviceId;
import dev.supie.domain.peer.Mid;
import dev.supie.domain.peer.Structure;
import dev.supie.domain.peer.StructureRules;
import dev.supie.domain.peer.Submission;
import dev.supie.domain.peer.Targets;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;

/// Messages from badge to badge for tests.
final class Messages {

    static final Duration TIME_LIMIT = Duration.ofSeconds(3);
    static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
    static final String TEXT = "Please send the report tomorrow, @Anna";
    static final Structure BY_RULES = StructureRules.structure(TEXT, TODAY);

    private Messages() {}

    static Submission message(String text) {
        return new Submission(
                new Mid("mark-77"),
                new Targets.Named(List.of(new DeviceId("badge-of-zoe"))),
                text,
                new Submission.Hint.None(),
                "",
                Duration.ofHours(1));
    }

    static Structure read(Structurer structurer) throws StructurerException {
        return structurer.structure(message(TEXT), BY_RULES, TIME_LIMIT);
    }

    /// The message with which a structurer fails.
    static String failure(Structurer structurer, Duration timeLimit) {
        StructurerException failure =
                assertThrows(
                        StructurerException.class,
                        () -> structurer.structure(message(TEXT), BY_RULES, timeLimit));
        return String.valueOf(failure.getMessage());
    }
}
