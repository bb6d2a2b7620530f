package dev.supie.domain.coding;

import dev.supie.domain.coding.signal.Findings;
import dev.supie.domain.coding.signal.ProblemKind;
import dev.supie.domain.coding.signal.Signal;
import dev.supie.domain.coding.signal.Verdict;
import dev.supie.domain.meeting.Language;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// What may come of what is wrong.
record Risks(Findings findings, Language language, Map<ProblemKind, List<Signal.Problem>> byKind) {

    /// From here on there are too many to be read one by one.
    private static final int MANY = 10;

    List<String> all() {
        List<String> risks = new ArrayList<>();
        if (findings.testsFailed() > 0 && findings.verdict() == Verdict.SUCCEEDED) {
            risks.add(Wording.RISK_IGNORED.in(language));
        }
        byKind.keySet().forEach(kind -> risks.addAll(of(kind)));
        if (findings.errors() >= MANY) {
            risks.add(Wording.RISK_MANY.in(language));
        }
        if (findings.warnings() >= MANY) {
            risks.add(Wording.RISK_WARNINGS.in(language));
        }
        return risks;
    }

    private List<String> of(ProblemKind kind) {
        return switch (kind) {
            case OUT_OF_MEMORY -> List.of(Wording.RISK_MEMORY.in(language));
            case MISSING_DEPENDENCY -> List.of(Wording.RISK_MISSING.in(language));
            case NETWORK -> List.of(Wording.RISK_NETWORK.in(language));
            case TIMEOUT -> List.of(Wording.RISK_TIMEOUT.in(language));
            case COMPILE_ERROR, TEST_FAILURE, BUILD_ERROR, LINT_WARNING -> List.of();
        };
    }
}
