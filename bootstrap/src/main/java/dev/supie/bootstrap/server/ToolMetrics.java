package dev.supie.bootstrap.server;

import dev.supie.adapter.in.http.Metric;
import dev.supie.adapter.in.http.Metric.Kind;
import dev.supie.adapter.in.http.Metric.Sample;
import dev.supie.application.tool.ToolTally;

import java.util.Comparator;
import java.util.List;
import java.util.Map;

/// What tools were called (OBS-1).
record ToolMetrics(ToolTally tally) {

    List<Metric> all() {
        return List.of(
                new Metric(
                        "supie_tool_calls_total",
                        Kind.COUNTER,
                        "Calls of tools; all those of badges count as one tool (CHAT-3).",
                        List.of("tool", "result"),
                        tally.calls().entrySet().stream()
                                .sorted(Comparator.comparing(each -> each.getKey().toString()))
                                .map(each -> sample(each.getKey(), each.getValue()))
                                .toList()));
    }

    private static Sample sample(ToolTally.Call call, long count) {
        return new Sample(
                Map.of("tool", call.tool(), "result", call.failed() ? "error" : "ok"),
                (double) count);
    }
}
