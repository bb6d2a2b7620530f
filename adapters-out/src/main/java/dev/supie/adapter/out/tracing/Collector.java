package dev.supie.adapter.out.tracing;

import io.opentelemetry.sdk.trace.data.SpanData;

import java.util.List;

/// Who is given spans.
interface Collector extends AutoCloseable {

    /// Waits for the answer, but never longer than a named limit.
    ///
    /// @return whether the collector took them
    boolean takes(List<SpanData> spans);

    @Override
    void close();
}
