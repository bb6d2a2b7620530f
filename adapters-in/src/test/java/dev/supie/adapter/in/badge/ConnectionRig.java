package dev.supie.adapter.in.badge;

import dev.supie.adapter.in.badge.RecordingConnections.Event;
import dev.supie.adapter.in.websocket.WebSocketEnd;
import dev.supie.application.connection.BadgeRequest;
import dev.supie.application.connection.Connections.Admission;
import dev.supie.application.fake.KeptSpans;
import dev.supie.domain.kernel.DeviceId;
import dev.supie.domain.kernel.SessionId;

import java.util.List;

/// A connection between a socket that is a list and a core that records; time is virtual. In JSON
/// `'` stands for `"`, both ways.
final class ConnectionRig {

    static final DeviceId DEVICE = new DeviceId("aa:bb");
    static final String ADDRESS = "10.0.0.7:50000";
    static final WebSocketEnd DROPPED =
            new WebSocketEnd(WebSocketEnd.Cause.DROPPED, 1006, "connection lost");

    final TestTime time = new TestTime();
    final BadgeLinks links = new BadgeLinks(time);
    final RecordingConnections core = new RecordingConnections(links);
    final RecordingSocket socket = new RecordingSocket();
    final KeptSpans spans = new KeptSpans();
    final SessionId session;
    final BadgeConnection badge;

    /// Admitted, not yet open.
    ConnectionRig(BinaryFraming framing) {
        session = ((Admission.Admitted) core.admit(DEVICE)).session();
        var place = new BadgePlace(DEVICE, session, ADDRESS, framing);
        badge = new BadgeConnection(place, core, links, time, spans);
    }

    /// Open and welcomed.
    static ConnectionRig opened(BinaryFraming framing) {
        ConnectionRig rig = new ConnectionRig(framing);
        rig.badge.onOpen(rig.socket);
        rig.said();
        rig.core.past();
        return rig;
    }

    void say(String text) {
        badge.onText(text.replace('\'', '"'));
    }

    /// What the badge was told since the last call.
    List<String> said() {
        return socket.texts().stream().map(text -> text.replace('"', '\'')).toList();
    }

    /// What the core was asked since the last call.
    List<BadgeRequest> asked() {
        return core.past().stream()
                .filter(Event.Asked.class::isInstance)
                .map(event -> ((Event.Asked) event).request())
                .toList();
    }
}
