package dev.supie.application.connection;

import dev.supie.application.connection.port.BadgeLink;
import dev.supie.application.conversation.Conversations;
import dev.supie.application.conversation.Talk;
import dev.supie.application.conversation.TalkListener;
import dev.supie.domain.connection.CloseCode;
import dev.supie.domain.connection.Connection;
import dev.supie.domain.connection.ConnectionCommand;
import dev.supie.domain.connection.IdleHold;
import dev.supie.domain.connection.Mode;

import java.util.Optional;

/// What stands between the connections and those who talk with their wearers (CHAT-1).
final class ConnectionTalking {

    private final Conversations conversations;
    private final ConnectionSteps steps;
    private final BadgeLink link;

    ConnectionTalking(Conversations conversations, ConnectionSteps steps, BadgeLink link) {
        this.conversations = conversations;
        this.steps = steps;
        this.link = link;
    }

    /// Something was said that is normal conversation; false if nobody could take it.
    boolean said(LiveConnection live, String text, Mode mode) {
        Connection.Identity identity = live.identity();
        Optional<Talk> talk =
                live.ownTalk()
                        .open(
                                () ->
                                        conversations.open(
                                                identity.device(),
                                                identity.session(),
                                                listener(live)));
        return talk.map(open -> open.said(text, mode)).orElse(true);
    }

    /// LIS-7: at once, whatever waits in the lane.
    void abort(LiveConnection live) {
        live.ownTalk().find().ifPresent(Talk::abort);
    }

    /// The connection has ended, or another one speaks for the badge (CON-4, DUP-2).
    void close(LiveConnection live) {
        live.ownTalk().take().ifPresent(Talk::close);
    }

    private TalkListener listener(LiveConnection live) {
        return new TalkListener() {
            @Override
            public void speaking() {
                idle(live, new ConnectionCommand.Hold(IdleHold.SPEAKING));
            }

            @Override
            public void quiet() {
                idle(live, new ConnectionCommand.Release(IdleHold.SPEAKING));
            }

            @Override
            public void leave() {
                link.close(live.identity().session(), CloseCode.NORMAL);
            }
        };
    }

    /// CON-3.
    private void idle(LiveConnection live, ConnectionCommand command) {
        live.lane().urgent(() -> steps.command(live, command));
    }
}
