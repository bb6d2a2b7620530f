package dev.supie.application.connection;

import dev.supie.application.speech.port.UplinkFormat;
import dev.supie.domain.kernel.DeviceId;
import dev.supie.domain.kernel.SessionId;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/// Badges' connections, from the accepted handshake to the end (CON-1 to CON-6).
///
/// Safe for use by many threads; no call waits for a badge, a model or the database. What one badge
/// sends is handled in the order of the [#receive] calls (MSG-9).
public interface Connections {

    /// A badge has proven itself and asks to connect; says whether there is room, and whether it
    /// may take the place of a connection that it has already (DUP-1, DUP-2).
    ///
    /// After [Admission.Admitted] the caller must call [#opened] or [#closed], or the place stays
    /// taken.
    Admission admit(DeviceId device);

    /// The socket is open: sends the welcome, which is the first message whatever the badge does
    /// meanwhile (CON-1), makes it the device's route, and takes over from an older connection
    /// (DUP-1), whose writes are refused from then on (DUP-2).
    ///
    /// @param address where it came from, for the log
    void opened(SessionId session, String address);

    /// Something arrived.
    default Receipt receive(SessionId session, BadgeRequest request) {
        return receive(session, request, Progress.UNWATCHED);
    }

    /// Something arrived, and somebody wants to know when it is handled.
    Receipt receive(SessionId session, BadgeRequest request, Progress progress);

    /// An audio packet arrived (MSG-1). What becomes of it shows in what the badge is told.
    void hear(SessionId session, byte[] packet);

    /// The badge has said how it makes the packets from here on (T15).
    void uplink(SessionId session, UplinkFormat format);

    /// The socket has ended, whatever the cause; frees everything (CON-4). Repeating it is
    /// harmless.
    void closed(SessionId session);

    /// Closes whatever a badge has open or is about to open with 4003: it is not let in any more.
    /// Returns at once.
    void dismiss(DeviceId device);

    /// Closes whatever a badge has open with 4010: it may come back. Returns at once.
    ///
    /// @return how many connections that are
    int kick(DeviceId device);

    /// The badges that are connected, in the order of their ids.
    List<PresentBadge> present();

    /// Lets nobody in any more and closes every connection with 1001 (CON-6). Returns at once.
    ///
    /// @return completed once the last connection has ended and all that follows from it is done
    CompletableFuture<Void> drain();

    /// Connections that are open or about to be.
    int count();

    /// Whether a badge may connect.
    sealed interface Admission {

        record Admitted(SessionId session) implements Admission {}

        /// As many as `server.max_connections` are connected; 503.
        record Full() implements Admission {}

        /// The badge is connected, and `server.duplicate_policy` is `reject`; 409.
        ///
        /// @param retryAfter when the other connection is taken for dead, if it stays silent
        record Duplicate(Duration retryAfter) implements Admission {}

        /// The badge has been taken over too often within a minute; 429.
        ///
        /// @param retryAfter when it may be taken over again
        record Flapping(Duration retryAfter) implements Admission {}

        /// The server is shutting down (CON-6); 503.
        record Draining() implements Admission {}
    }

    /// Is told of a request that was taken. Called by whoever handles it, so it must neither wait
    /// nor fail. What goes with packets (LIS-1) is not told of, nor what a connection leaves that
    /// ends first.
    interface Progress {

        Progress UNWATCHED =
                new Progress() {
                    @Override
                    public void begins() {}

                    @Override
                    public void ended(boolean well) {}

                    @Override
                    public Progress and(Progress other) {
                        return other;
                    }
                };

        /// All that came before it has been handled.
        void begins();

        /// @param well false if something broke, and the badge was told so
        void ended(boolean well);

        /// Tells both.
        default Progress and(Progress other) {
            Progress first = this;
            return new Progress() {
                @Override
                public void begins() {
                    first.begins();
                    other.begins();
                }

                @Override
                public void ended(boolean well) {
                    first.ended(well);
                    other.ended(well);
                }
            };
        }

        /// Tells of all of the handling.
        default void during(Runnable handling) {
            boolean handled = false;
            begins();
            try {
                handling.run();
                handled = true;
            } finally {
                ended(handled);
            }
        }
    }

    /// What became of a request.
    enum Receipt {
        TAKEN,
        /// Too many requests of this badge are waiting; nothing was done, answer `BUSY`.
        BUSY,
        /// The session has ended.
        GONE
    }
}
