package dev.supie.domain.coding.signal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;

/// What the lines of a run come to (COD-3): bounded by what is kept of each [Tool].
///
/// @param latest who has written last, as far as it could be recognised
public record Findings(Map<Tool, ToolFindings> byTool, Tool latest) {

    public static final Findings NONE = new Findings(Map.of(), Tool.OTHER);

    public Findings {
        byTool = Map.copyOf(byTool);
    }

    public Findings with(Signal signal) {
        Map<Tool, ToolFindings> next = new EnumMap<>(Tool.class);
        next.putAll(byTool);
        next.put(signal.tool(), of(signal.tool()).with(signal));
        return new Findings(next, signal.tool() == Tool.OTHER ? latest : signal.tool());
    }

    public ToolFindings of(Tool tool) {
        return byTool.getOrDefault(tool, ToolFindings.NONE);
    }

    /// Of all tools, the most urgent first; of the same kind in the order of the tools, then as
    /// told.
    public List<Signal.Problem> problems() {
        List<Signal.Problem> all = new ArrayList<>();
        for (Tool tool : Tool.values()) {
            all.addAll(of(tool).problems());
        }
        all.sort(Comparator.comparing(Signal.Problem::kind));
        return List.copyOf(all);
    }

    public int errors() {
        return sum(ToolFindings::errors);
    }

    public int warnings() {
        return sum(ToolFindings::warnings);
    }

    public int testsFailed() {
        return sum(ToolFindings::testsFailed);
    }

    public int testsPassed() {
        return sum(ToolFindings::passed);
    }

    /// Of all that spoke: one failure is a failure; a success is one if nothing else is known.
    public Verdict verdict() {
        List<Verdict> verdicts = byTool.values().stream().map(ToolFindings::verdict).toList();
        if (verdicts.contains(Verdict.FAILED)) {
            return Verdict.FAILED;
        }
        if (verdicts.contains(Verdict.SUCCEEDED)) {
            return Verdict.SUCCEEDED;
        }
        return verdicts.contains(Verdict.PARTLY) ? Verdict.PARTLY : Verdict.OPEN;
    }

    private int sum(ToIntFunction<ToolFindings> count) {
        return byTool.values().stream().mapToInt(count).sum();
    }
}
