package dev.supie.application.tool;

import dev.supie.domain.tool.OwnTool;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/// Counts calls of tools since the process began (OBS-1). Safe for use by many threads. Badges'
/// tools count as one: their names are the badges' own, and there is no end of them.
public final class ToolTally {

    /// Stands for every tool that is not ours.
    public static final String BADGE = "badge";

    private final Map<Call, LongAdder> calls = new ConcurrentHashMap<>();

    /// @param tool one of ours, or [#BADGE]
    /// @param failed whether the model was told that it was not done
    public record Call(String tool, boolean failed) {}

    void called(String name, boolean failed) {
        String tool = OwnTool.called(name).map(OwnTool::word).orElse(BADGE);
        calls.computeIfAbsent(new Call(tool, failed), _ -> new LongAdder()).increment();
    }

    public Map<Call, Long> calls() {
        Map<Call, Long> counted = new ConcurrentHashMap<>();
        calls.forEach((call, count) -> counted.put(call, count.sum()));
        return Map.copyOf(counted);
    }
}
