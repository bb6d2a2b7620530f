package dev.supie.adapter.out.llm;

import dev.supie.adapter.out.service.CallFailure;
import dev.supie.adapter.out.service.CallTiming;
import dev.supie.adapter.out.service.Deadline;
import dev.supie.adapter.out.service.Refusal;
import dev.supie.adapter.out.service.RetryDelay;
import dev.supie.adapter.out.service.ServiceReply;
import dev.supie.adapter.out.service.StreamReceiver;
import dev.supie.adapter.out.service.StreamedExchange;
import dev.supie.application.conversation.port.ConversationModel;
import dev.supie.application.conversation.port.ModelEvent;
import dev.supie.domain.conversation.Trouble;

import org.jspecify.annotations.Nullable;

import java.net.http.HttpHeaders;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/// One question of a [HttpConversationModel], from its first attempt to its end. Safe for use by
/// many threads.
final class StreamedAnswer implements ConversationModel.Asked {

    private final HttpConversationModel model;
    private final String body;
    private final Consumer<ModelEvent> listener;
    private final CallTiming timing;
    private final Deadline deadline;
    private final ModelCall call;
    private final long started;
    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable StreamedExchange exchange;
    private int attempts;
    private boolean heard;
    private boolean over;

    StreamedAnswer(
            HttpConversationModel model,
            String body,
            Consumer<ModelEvent> listener,
            CallTiming timing) {
        this.model = model;
        this.body = body;
        this.listener = listener;
        this.timing = timing;
        this.started = timing.nanoTime().getAsLong();
        this.deadline = Deadline.after(model.timeLimit(), timing.nanoTime());
        this.call = model.tally().begin(HttpConversationModel.USE);
    }

    void begin() {
        lock.lock();
        try {
            if (over) {
                return;
            }
            attempts++;
            long asked = model.breaker().permitted();
            exchange =
                    model.endpoint().stream(
                            call.handOn(model.request(body)),
                            deadline.remaining(),
                            new Attempt(asked));
        } catch (CallFailure failure) {
            end(failure);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void cancel() {
        lock.lock();
        try {
            // What is left of an answer that is whole is read to its end, so that its connection
            // can be used again.
            if (!over) {
                over = true;
                model.leave();
                call.givenUp();
                if (exchange != null) {
                    exchange.cancel();
                }
            }
        } finally {
            lock.unlock();
        }
    }

    private void end(CallFailure failure) {
        if (over) {
            return;
        }
        over = true;
        model.leave();
        call.failed(failure.kind(), since());
        listener.accept(new ModelEvent.Failed(trouble(failure.kind()), failure.reason()));
    }

    private void tell(ModelEvent event) {
        switch (event) {
            case ModelEvent.Piece _ -> {
                heard = true;
                listener.accept(event);
            }
            case ModelEvent.Failed(_, String reason) -> end(ChatModel.unusable(reason));
            case ModelEvent.Ended _, ModelEvent.CutShort _, ModelEvent.ToolsAsked _ -> {
                over = true;
                model.leave();
                call.answered(since());
                listener.accept(event);
            }
        }
    }

    private Duration since() {
        return Duration.ofNanos(timing.nanoTime().getAsLong() - started);
    }

    private static Trouble trouble(CallFailure.Kind kind) {
        return switch (kind) {
            case TIMEOUT -> Trouble.TIMEOUT;
            case BUSY -> Trouble.BUSY;
            case UNAVAILABLE -> Trouble.UNAVAILABLE;
            case BROKEN -> Trouble.BROKEN;
        };
    }

    /// One exchange; each tells the breaker how it went, once.
    private final class Attempt implements StreamReceiver {

        private final long asked;
        private ReplyReader reader = new EventReader(model.json());
        private boolean told;

        Attempt(long asked) {
            this.asked = asked;
        }

        @Override
        public void begins(HttpHeaders headers) {
            String type = headers.firstValue("Content-Type").orElse("");
            if (type.startsWith("application/json")) {
                // It does not know of streams, and answers in one piece.
                reader = new WholeReader(model.json());
            }
        }

        @Override
        public void more(ByteBuffer bytes) {
            pass(() -> reader.more(bytes));
        }

        @Override
        public void over() {
            pass(reader::end);
            if (!told) {
                told = true;
                model.breaker().undecided();
            }
        }

        @Override
        public void refused(ServiceReply reply) {
            failed(
                    Refusal.of(
                            reply,
                            ChatModelSettings.OPERATION,
                            timing.clock().instant(),
                            deadline.remaining()));
        }

        @Override
        public void failed(CallFailure failure) {
            lock.lock();
            try {
                note(failure);
                if (!over && !retried(failure)) {
                    end(failure);
                }
            } finally {
                lock.unlock();
            }
        }

        /// What was broken off on purpose says nothing about the server.
        private void note(CallFailure failure) {
            if (!told) {
                told = true;
                if (over) {
                    model.breaker().undecided();
                } else {
                    model.breaker().failed(asked, failure);
                }
            }
        }

        private void pass(Events events) {
            lock.lock();
            try {
                for (ModelEvent event : events.read()) {
                    if (!over) {
                        tell(event);
                        judge(event);
                    }
                }
            } finally {
                lock.unlock();
            }
        }

        private void judge(ModelEvent event) {
            if (over && !told) {
                told = true;
                if (event instanceof ModelEvent.Failed(_, String reason)) {
                    model.breaker().failed(asked, ChatModel.unusable(reason));
                    drop();
                } else {
                    model.breaker().succeeded(asked);
                }
            }
        }

        /// Nothing that follows can be of use.
        private void drop() {
            if (exchange != null) {
                exchange.cancel();
            }
        }

        /// Never once something was heard: it would be heard twice.
        private boolean retried(CallFailure failure) {
            if (heard
                    || attempts >= HttpConversationModel.ATTEMPTS_MAX
                    || !(failure instanceof CallFailure.Transient again)) {
                return false;
            }
            Duration pause = RetryDelay.before(again, attempts, timing.jitter());
            if (pause.compareTo(deadline.remaining()) >= 0) {
                return false;
            }
            CompletableFuture.delayedExecutor(pause.toNanos(), TimeUnit.NANOSECONDS)
                    .execute(StreamedAnswer.this::begin);
            return true;
        }
    }

    /// What is found in bytes.
    @FunctionalInterface
    private interface Events {
        List<ModelEvent> read();
    }
}
