package dev.supie.domain.coding;

import dev.supie.domain.coding.signal.Findings;
import dev.supie.domain.coding.signal.Verdict;

/// How a build stands, in numbers (COD-3).
///
/// @param lastStep empty if none was told
/// @param verdict [Verdict#OPEN] while nobody knows whether it succeeds
public record BuildContext(
        int errorCount, int warnCount, String lastStep, Verdict verdict, int testsFailed) {

    static BuildContext of(Findings findings, String lastStep) {
        return new BuildContext(
                findings.errors(),
                findings.warnings(),
                lastStep,
                findings.verdict(),
                findings.testsFailed());
    }
}
