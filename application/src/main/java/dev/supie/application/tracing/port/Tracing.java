package dev.supie.application.tracing.port;

import java.util.Optional;

/// Where operators see what the server did, and how long each thing took (OBS-1).
///
/// No call waits, and none fails: what cannot be shown is lost and counted. Names and notes are
/// words of our own, numbers and ids; never what somebody said, a token or another secret. Safe for
/// use by many threads.
public interface Tracing {

    /// Nobody looks, and nothing is made.
    Tracing OFF = new Off();

    /// What kind of thing takes its time.
    enum Work {
        /// A request over HTTP.
        REQUEST,
        /// A message of a badge.
        MESSAGE,
        /// A question to a service elsewhere.
        CALL
    }

    /// Whether anybody looks; if not, a caller may spare itself the rest.
    default boolean isOn() {
        return true;
    }

    /// Something begins.
    ///
    /// @param name one of few, however many badges and meetings there are
    /// @param caller the other side's `traceparent` (W3C Trace Context); what is none is ignored
    Span begin(Work work, String name, Optional<String> caller);

    /// Something that takes its time, from [#begin] to [#end].
    interface Span {

        Span NONE = new Unseen();

        /// A name that is only known later.
        void name(String name);

        void note(String key, String value);

        void note(String key, long value);

        /// The `traceparent` for a service that is asked, if it is to be told one.
        Optional<String> handedOn();

        /// It is over; what is said of it afterwards is ignored.
        ///
        /// @param well false if whoever runs the server should look at it
        void end(boolean well);
    }

    /// Where nobody looks.
    final class Off implements Tracing {

        private Off() {}

        @Override
        public boolean isOn() {
            return false;
        }

        @Override
        public Span begin(Work work, String name, Optional<String> caller) {
            return Span.NONE;
        }
    }

    /// A span that nobody sees.
    final class Unseen implements Span {

        private Unseen() {}

        @Override
        public void name(String name) {}

        @Override
        public void note(String key, String value) {}

        @Override
        public void note(String key, long value) {}

        @Override
        public Optional<String> handedOn() {
            return Optional.empty();
        }

        @Override
        public void end(boolean well) {}
    }
}
