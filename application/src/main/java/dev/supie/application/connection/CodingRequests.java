package dev.supie.application.connection;

import dev.supie.application.coding.Codings;
import dev.supie.application.connection.port.BadgeLink;
import dev.supie.application.connection.port.BadgeMessage;
import dev.supie.application.connection.port.BuildEvent;
import dev.supie.application.connection.port.ErrorCode;
import dev.supie.application.connection.port.Rid;
import dev.supie.domain.coding.CodingCommand;
import dev.supie.domain.connection.Connection;

import java.util.Locale;

/// What badges tell of builds (COD-1); only ever called in a connection's lane.
final class CodingRequests {

    private static final String FEATURE = "coding";

    private static final Refusal BUSY =
            new Refusal(ErrorCode.BUSY, "too much of this build is waiting: send it again");

    private final Codings codings;
    private final BadgeLink link;

    CodingRequests(Codings codings, BadgeLink link) {
        this.codings = codings;
        this.link = link;
    }

    /// It counts in every mode, because a build does not ask what a badge is used for.
    void handle(LiveConnection live, BadgeRequest.AboutCoding request) {
        if (live.isFenced()) {
            refuse(live, request, Refusal.REPLACED);
        } else if (!(live.state() instanceof Connection.Closed) && !isTaken(live, request)) {
            // Of a connection that has ended, nothing would ever end what begins here.
            refuse(live, request, BUSY);
        }
    }

    private boolean isTaken(LiveConnection live, BadgeRequest.AboutCoding request) {
        CodingCommand.Told told = request.told();
        Rid rid = request.rid();
        var receipt = new BadgeMessage.BuildReceipt(BuildEvent.of(told), rid);
        Connection.Identity identity = live.identity();
        return codings.tell(
                identity.device(),
                identity.session(),
                told,
                () -> link.send(identity.session(), receipt));
    }

    /// MODE-4.
    void reset(LiveConnection live) {
        codings.reset(live.identity().session());
    }

    /// COD-4: the summary of what was told follows.
    void end(LiveConnection live) {
        codings.end(live.identity().session());
    }

    private void refuse(LiveConnection live, BadgeRequest.AboutCoding request, Refusal refusal) {
        String event = BuildEvent.of(request.told()).name().toLowerCase(Locale.ROOT);
        link.send(live.identity().session(), refusal.of(FEATURE, event, request.rid()));
    }
}
