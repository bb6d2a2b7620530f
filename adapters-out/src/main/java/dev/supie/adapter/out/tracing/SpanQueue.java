package dev.supie.adapter.out.tracing;

import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.data.SpanData;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// What stands between everybody who ends a span and the collector: at most [#WAITING_MAX] spans;
/// one more is dropped and counted. One thread takes them out again, up to [#BATCH_MAX] at once. A
/// collector that is not there, or hangs, costs spans and one line of the log, never time.
final class SpanQueue implements SpanProcessor {

    /// Some two megabytes, and two seconds of a thousand messages.
    static final int WAITING_MAX = 2048;

    static final int BATCH_MAX = 512;

    /// So often it looks; meanwhile spans gather.
    private static final Duration COMPANY = Duration.ofMillis(500);

    /// What is left when the server stops has so long.
    private static final Duration STOP_MAX = Duration.ofMillis(800);

    private static final System.Logger LOG = System.getLogger(SpanQueue.class.getName());

    private final BlockingQueue<SpanData> waiting = new ArrayBlockingQueue<>(WAITING_MAX);
    private final Collector collector;
    private final SpanTally tally;
    private final String place;
    private final Thread sender;
    private final CountDownLatch stopping = new CountDownLatch(1);

    /// Of the sender's thread only.
    private boolean lost;

    /// @param place of the collector, for people
    SpanQueue(Collector collector, SpanTally tally, String place) {
        this.collector = collector;
        this.tally = tally;
        this.place = place;
        this.sender = Thread.ofVirtual().name("spans").start(this::send);
    }

    @Override
    public void onStart(Context parentContext, ReadWriteSpan span) {}

    @Override
    public boolean isStartRequired() {
        return false;
    }

    @Override
    public void onEnd(ReadableSpan span) {
        if (!span.getSpanContext().isSampled()) {
            return;
        }
        if (stopping.getCount() == 0 || !waiting.offer(span.toSpanData())) {
            tally.dropped(1);
        }
    }

    @Override
    public boolean isEndRequired() {
        return true;
    }

    private void send() {
        try {
            boolean last = false;
            while (!last) {
                last = stopping.await(COMPANY.toMillis(), TimeUnit.MILLISECONDS);
                deliverAll();
            }
        } catch (InterruptedException _) {
            // The end of a stop that took too long.
        }
        tally.dropped(waiting.size());
    }

    private void deliverAll() {
        List<SpanData> batch = batch();
        while (!batch.isEmpty()) {
            deliver(batch);
            batch = batch();
        }
    }

    private List<SpanData> batch() {
        List<SpanData> batch = new ArrayList<>();
        waiting.drainTo(batch, BATCH_MAX);
        return batch;
    }

    private void deliver(List<SpanData> batch) {
        boolean taken = false;
        try {
            taken = collector.takes(batch);
        } catch (RuntimeException | LinkageError failure) {
            // The library's own trouble must not end the thread; it is told like any other.
            LOG.log(Level.DEBUG, "spans could not be sent", failure);
        }
        if (taken) {
            tally.delivered(batch.size());
        } else {
            tally.refused(batch.size());
        }
        tell(taken);
    }

    /// Only when it changes.
    private void tell(boolean taken) {
        if (taken && lost) {
            LOG.log(Level.INFO, "traces reach {0} again", place);
        } else if (!taken && !lost) {
            LOG.log(
                    Level.WARNING,
                    "traces do not reach {0} and are lost; is a collector there, and does it take"
                            + " OTLP over HTTP? see observe.tracing.endpoint",
                    place);
        }
        lost = !taken;
    }

    /// What still waits is delivered if there is time. Repeating it is harmless.
    @Override
    public CompletableResultCode shutdown() {
        stopping.countDown();
        try {
            if (!sender.join(STOP_MAX)) {
                sender.interrupt();
            }
        } catch (InterruptedException _) {
            sender.interrupt();
            Thread.currentThread().interrupt();
        }
        collector.close();
        return CompletableResultCode.ofSuccess();
    }
}
