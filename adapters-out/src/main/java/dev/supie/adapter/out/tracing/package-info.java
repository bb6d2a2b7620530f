/// Spans for a collector of OpenTelemetry, over OTLP and HTTP; see docs/adr/0033. Whoever does not
/// want them loads nothing of it but [SpanTally].
@NullMarked
package dev.supie.adapter.out.tracing;

import org.jspecify.annotations.NullMarked;
