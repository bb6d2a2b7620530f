package dev.supie.application.fake;

import dev.supie.application.contract.TracingContract;
import dev.supie.application.tracing.port.Tracing;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

final class KeptSpansTest extends TracingContract {

    private static final int TRACE_BEGIN = 3;
    private static final int TRACE_END = 35;

    private final KeptSpans spans = new KeptSpans();

    @Override
    protected Tracing tracing() {
        return spans;
    }

    @Override
    protected List<Seen> seen() {
        return spans.ended().stream().map(KeptSpansTest::seen).toList();
    }

    private static Seen seen(KeptSpans.Ended span) {
        Map<String, String> notes =
                span.notes().entrySet().stream()
                        .collect(
                                Collectors.toMap(
                                        Map.Entry::getKey, each -> each.getValue().toString()));
        String trace =
                span.caller().map(parent -> parent.substring(TRACE_BEGIN, TRACE_END)).orElse("");
        return new Seen(span.name(), notes, span.well(), trace);
    }
}
