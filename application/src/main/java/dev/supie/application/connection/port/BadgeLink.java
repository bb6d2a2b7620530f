package dev.supie.application.connection.port;

import dev.supie.domain.connection.CloseCode;
import dev.supie.domain.kernel.SessionId;

import java.time.Duration;
import java.time.Instant;

/// The way to the badges that are connected.
///
/// Any thread may call; no call ever blocks or throws because of a badge, slow or gone (MSG-7).
/// Messages to one session arrive in the order in which the calls returned.
public interface BadgeLink {

    /// Queues a message.
    Delivery send(SessionId session, BadgeMessage message);

    /// Queues a message and runs `whenWritten` once after its bytes were handed to the socket, on
    /// some other thread; never if the connection ends before that.
    Delivery send(SessionId session, BadgeMessage message, Runnable whenWritten);

    /// Queues a packet of Opus, in the framing that the badge has chosen (MSG-1, T18), and runs
    /// `whenWritten` as [#send] does.
    ///
    /// @param position where it belongs in what is played
    Delivery sendAudio(SessionId session, byte[] packet, Duration position, Runnable whenWritten);

    /// A message for many. A link that writes it in some form makes that form only once.
    default Prepared prepared(BadgeMessage message) {
        return session -> send(session, message);
    }

    /// Sends a WebSocket ping (MSG-8).
    void ping(SessionId session);

    /// When text or audio was last written to this session, or `otherwise` if the session is gone
    /// or has been sent nothing.
    Instant lastSentAt(SessionId session, Instant otherwise);

    /// Closes after everything queued has been written.
    void close(SessionId session, CloseCode code);

    /// Drops the connection at once; for a peer that is dead.
    void abort(SessionId session);

    /// A message that is ready to go out any number of times.
    interface Prepared {

        /// Queues it, as [BadgeLink#send] does.
        Delivery sendTo(SessionId session);
    }

    /// What became of a message.
    enum Delivery {
        QUEUED,
        /// The session is gone, or its queue is full and stays full (MSG-7).
        REFUSED
    }
}
