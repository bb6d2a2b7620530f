package dev.supie.adapter.in.badge;

import dev.supie.adapter.in.badge.codec.RequestType;
import dev.supie.adapter.in.websocket.WebSocketEnd;
import dev.supie.application.connection.BadgeRequest;
import dev.supie.application.connection.port.BadgeMessage;
import dev.supie.application.connection.port.ErrorCode;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/// Counts what goes between all badges and the server since the process began (OBS-1). Nothing of
/// what a badge writes is a key, so there are only so many. Safe for use by many threads.
public final class TrafficTally {

    private final Counters<Received> received = new Counters<>();
    private final Counters<Audio> audio = new Counters<>();
    private final Counters<ErrorCode> errors = new Counters<>();
    private final Counters<Boolean> sent = new Counters<>();
    private final Counters<WebSocketEnd.Cause> ended = new Counters<>();
    private final Counters<Integer> refused = new Counters<>();
    private final LongAdder opened = new LongAdder();
    private final AnswerTimes answers = new AnswerTimes();

    /// What became of a message of a badge when it came; what it led to is told by what was sent.
    public enum Result {
        TAKEN,
        /// Answered with what is wrong with it.
        INVALID,
        /// Too many of the badge's were waiting.
        BUSY,
        /// The badge had sent too many (MSG-2).
        LIMITED,
        TOO_LARGE,
        /// Its connection had ended already.
        LATE
    }

    /// @param type as the contract has it; `unread` if nobody looked, `unreadable` if it was none
    public record Received(String type, Result result) {}

    /// What became of an audio packet when it came.
    public enum Audio {
        WHOLE,
        DAMAGED,
        LIMITED
    }

    void received(String type, Result result) {
        received.add(new Received(type, result));
    }

    /// A sign of life is no message of its own.
    void received(BadgeRequest request, Result result) {
        if (!(request instanceof BadgeRequest.Activity)) {
            received(RequestType.of(request), result);
        }
    }

    /// Whether the answer to a request is there once it has been handled. A message to others is
    /// answered when it is stored, a build when its turn comes, speech when it is understood, and a
    /// command when it has been carried out.
    static boolean isAnsweredAtOnce(BadgeRequest request) {
        return switch (request) {
            case BadgeRequest.Hello _,
                    BadgeRequest.SwitchMode _,
                    BadgeRequest.AddSnippets _,
                    BadgeRequest.FinalizeMeeting _,
                    BadgeRequest.SubscribeStats _,
                    BadgeRequest.AboutTasks _ ->
                    true;
            case BadgeRequest.AboutMessages _,
                    BadgeRequest.AboutCoding _,
                    BadgeRequest.CommandServer _,
                    BadgeRequest.Listening _,
                    BadgeRequest.Abort _,
                    BadgeRequest.ToolAnswer _,
                    BadgeRequest.Activity _ ->
                    false;
        };
    }

    /// @param took from the moment the request was read to the one its answer was queued
    void answered(Duration took) {
        answers.add(took);
    }

    void packet(Audio result) {
        audio.add(result);
    }

    /// @param queued whether it was taken for writing
    void sent(BadgeMessage message, boolean queued) {
        sent(queued);
        code(message).ifPresent(errors::add);
    }

    void sent(boolean queued) {
        sent.add(queued);
    }

    void opened() {
        opened.increment();
    }

    void ended(WebSocketEnd.Cause cause) {
        ended.add(cause);
    }

    void refused(int status) {
        refused.add(status);
    }

    public Map<Received, Long> received() {
        return received.sums();
    }

    /// How long those waited for their answers that have one at once.
    public AnswerTimes.Count answers() {
        return answers.count();
    }

    public Map<Audio, Long> packets() {
        return audio.sums();
    }

    /// Errors that badges were told, whether they could still be written or not.
    public Map<ErrorCode, Long> errors() {
        return errors.sums();
    }

    /// Messages and packets of sound, by whether they were taken for writing.
    public Map<Boolean, Long> sent() {
        return sent.sums();
    }

    /// Connections that were opened.
    public long connectionsOpened() {
        return opened.sum();
    }

    /// Connections that are over, by what ended them.
    public Map<WebSocketEnd.Cause, Long> connectionsEnded() {
        return ended.sums();
    }

    /// Handshakes that were refused, by the HTTP status.
    public Map<Integer, Long> handshakesRefused() {
        return refused.sums();
    }

    private static Optional<ErrorCode> code(BadgeMessage message) {
        if (message instanceof BadgeMessage.FeatureError error) {
            return Optional.of(error.code());
        }
        if (message instanceof BadgeMessage.GeneralError error) {
            return Optional.of(error.code());
        }
        boolean limited =
                message instanceof BadgeMessage.RateLimited
                        || message instanceof BadgeMessage.JoinLimited;
        return limited ? Optional.of(ErrorCode.RATE_LIMITED) : Optional.empty();
    }

    private static final class Counters<K> {

        private final Map<K, LongAdder> counts = new ConcurrentHashMap<>();

        void add(K key) {
            counts.computeIfAbsent(key, _ -> new LongAdder()).increment();
        }

        Map<K, Long> sums() {
            Map<K, Long> sums = new HashMap<>();
            counts.forEach((key, count) -> sums.put(key, count.sum()));
            return Map.copyOf(sums);
        }
    }
}
