package dev.supie.application.fake;

import dev.supie.application.tracing.port.Tracing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Keeps what has ended, in that order. Safe for use by many threads.
public final class KeptSpans implements Tracing {

    private static final Pattern PARENT =
            Pattern.compile("00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}");

    private final List<Ended> ended = new ArrayList<>();
    private final Optional<String> handedOn;

    /// What was seen of one thing.
    ///
    /// @param caller nothing if there was none, or one that is none
    public record Ended(
            Work work,
            String name,
            Optional<String> caller,
            Map<String, Object> notes,
            boolean well) {}

    public KeptSpans() {
        this(Optional.empty());
    }

    private KeptSpans(Optional<String> handedOn) {
        this.handedOn = handedOn;
    }

    /// Services that are asked are told this.
    public static KeptSpans handingOn(String traceParent) {
        return new KeptSpans(Optional.of(traceParent));
    }

    @Override
    public Span begin(Work work, String name, Optional<String> caller) {
        return new Kept(work, name, caller.filter(parent -> PARENT.matcher(parent).matches()));
    }

    public synchronized List<Ended> ended() {
        return List.copyOf(ended);
    }

    private synchronized void add(Ended span) {
        ended.add(span);
    }

    private final class Kept implements Span {

        private final Work work;
        private final Optional<String> caller;
        private final Map<String, Object> notes = new LinkedHashMap<>();
        private String name;
        private boolean over;

        Kept(Work work, String name, Optional<String> caller) {
            this.work = work;
            this.name = name;
            this.caller = caller;
        }

        @Override
        public synchronized void name(String later) {
            name = later;
        }

        @Override
        public synchronized void note(String key, String value) {
            notes.put(key, value);
        }

        @Override
        public synchronized void note(String key, long value) {
            notes.put(key, value);
        }

        @Override
        public Optional<String> handedOn() {
            return handedOn;
        }

        @Override
        public synchronized void end(boolean well) {
            if (!over) {
                over = true;
                add(new Ended(work, name, caller, Map.copyOf(notes), well));
            }
        }
    }
}
