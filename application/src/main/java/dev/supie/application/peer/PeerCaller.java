package dev.supie.application.peer;

import dev.supie.application.connection.port.BadgeMessage;
import dev.supie.application.connection.port.Rid;
import dev.supie.domain.kernel.DeviceId;
import dev.supie.domain.kernel.SessionId;

import java.util.Optional;
import java.util.function.Consumer;

/// Who asks for something, and how the answer finds the way back.
///
/// @param listener hears what the badge would be told, if it is not the badge itself that asks
public record PeerCaller(
        DeviceId device, SessionId session, Rid rid, Optional<Consumer<BadgeMessage>> listener) {

    /// Of whoever has no connection; nothing is sent to it.
    private static final SessionId NO_SESSION = new SessionId("none");

    /// A badge on one of its connections.
    public PeerCaller(DeviceId device, SessionId session, Rid rid) {
        this(device, session, rid, Optional.empty());
    }

    /// Somebody who acts as a badge, whether or not it is connected.
    ///
    /// @param listener called on any thread, must not wait
    public static PeerCaller onBehalfOf(DeviceId device, Consumer<BadgeMessage> listener) {
        return new PeerCaller(device, NO_SESSION, Rid.NONE, Optional.of(listener));
    }
}
