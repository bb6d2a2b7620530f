package dev.supie.adapter.in.badge;

import dev.supie.adapter.in.badge.codec.RequestType;
import dev.supie.application.connection.BadgeRequest;
import dev.supie.application.connection.Connections.Progress;
import dev.supie.application.connection.Connections.Receipt;
import dev.supie.application.tracing.port.Tracing;
import dev.supie.application.tracing.port.Tracing.Span;
import dev.supie.application.tracing.port.Tracing.Work;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;

/// One message of a badge, from when it was read to when it was handled, as operators see it: whose
/// it is, what kind, and how long others were before it. Nothing of what it says.
final class MessageSpan implements Progress {

    private final Span span;
    private final InstantSource clock;
    private final Instant read;

    private MessageSpan(Span span, InstantSource clock) {
        this.span = span;
        this.clock = clock;
        this.read = clock.instant();
    }

    /// Signs of life are no messages of their own, and what goes with packets has no end.
    static Progress of(
            Tracing tracing, BadgeRequest request, BadgePlace place, InstantSource clock) {
        if (!tracing.isOn()
                || request instanceof BadgeRequest.Activity
                || request instanceof BadgeRequest.Listening) {
            return UNWATCHED;
        }
        Span span = tracing.begin(Work.MESSAGE, RequestType.of(request), Optional.empty());
        span.note("supie.device", place.device().value());
        span.note("supie.session", place.session().value());
        return new MessageSpan(span, clock);
    }

    /// What was not taken is over.
    static void received(Progress progress, Receipt receipt) {
        if (receipt != Receipt.TAKEN && progress instanceof MessageSpan message) {
            message.span.note("supie.result", receipt.name().toLowerCase(Locale.ROOT));
            message.span.end(receipt == Receipt.GONE);
        }
    }

    @Override
    public void begins() {
        span.note("supie.waited_ms", Duration.between(read, clock.instant()).toMillis());
    }

    @Override
    public void ended(boolean well) {
        span.note("supie.result", well ? "handled" : "broken");
        span.end(well);
    }
}
