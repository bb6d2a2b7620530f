package dev.supie.application.connection;

import dev.supie.application.connection.port.BadgeLink;
import dev.supie.application.connection.port.ErrorCode;
import dev.supie.application.connection.port.Rid;
import dev.supie.application.server.ServerControl;
import dev.supie.application.server.ServerOrder;
import dev.supie.application.server.StatsPushes;

import java.util.Optional;

/// What badges ask of the server itself (SRV-1, SRV-2); only ever called in a connection's lane.
///
/// @param control carries commands out; nothing where no badge may command
record ServerRequests(StatsPushes stats, Optional<ServerControl> control, BadgeLink link) {

    private static final Refusal NOBODY =
            new Refusal(ErrorCode.INVALID_REQUEST, "no badge may command this server");

    void handle(LiveConnection live, BadgeRequest.AboutServer request) {
        switch (request) {
            case BadgeRequest.SubscribeStats(Rid rid) -> subscribe(live, rid);
            case BadgeRequest.CommandServer command -> obey(live, command);
        }
    }

    /// SRV-1: asking again is answered again.
    private void subscribe(LiveConnection live, Rid rid) {
        if (live.subscribe()) {
            stats.subscribed();
        }
        stats.answer(live.identity().session(), rid);
    }

    private void obey(LiveConnection live, BadgeRequest.CommandServer request) {
        if (live.isFenced()) {
            refuse(live, request, Refusal.REPLACED);
        } else if (control.isEmpty()) {
            refuse(live, request, NOBODY);
        } else {
            ServerOrder order =
                    new ServerOrder(
                            live.identity().device(),
                            live.identity().session(),
                            live.address(),
                            request.command(),
                            request.rid());
            control.get().obey(order, request.secret());
        }
    }

    private void refuse(LiveConnection live, BadgeRequest.CommandServer request, Refusal refusal) {
        String action = ServerControl.wordFor(request.command());
        link.send(
                live.identity().session(),
                refusal.of(ServerControl.FEATURE, action, request.rid()));
    }
}
