package dev.supie.application.peer;

import dev.supie.domain.kernel.DeviceId;
import dev.supie.domain.kernel.SessionId;
import dev.supie.domain.peer.Backlog;
import dev.supie.domain.peer.Envelope;
import dev.supie.domain.peer.Inbox;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What follows the messages that waited for a badge (CON-1), until it has been sent those. No more
/// than there are badges whose inbox is in memory because they have just connected. Touched in
/// rounds only.
final class Followers {

    private final Map<DeviceId, PeerWork.Await> waiting = new HashMap<>();

    /// Whatever an older connection of the badge has waited for is over.
    void add(PeerWork.Await follower) {
        PeerWork.Await older = waiting.put(follower.device(), follower);
        if (older != null) {
            older.action().run();
        }
    }

    /// Lets those go whose badge has what waited for it.
    void release(Inboxes inboxes) {
        for (PeerWork.Await follower : List.copyOf(waiting.values())) {
            boolean behind =
                    inboxes.ofConnected(follower.device())
                            .filter(inbox -> isBehind(inbox, follower.session()))
                            .isPresent();
            if (!behind) {
                waiting.remove(follower.device());
                follower.action().run();
            }
        }
    }

    void releaseAll() {
        List<PeerWork.Await> all = List.copyOf(waiting.values());
        waiting.clear();
        all.forEach(follower -> follower.action().run());
    }

    /// Until all of it is written. Only whoever acknowledges, and has more waiting than it takes at
    /// a time, may let everybody wait for its acknowledgements, and is not waited for.
    private static boolean isBehind(Inbox inbox, SessionId session) {
        return switch (inbox) {
            case Inbox.Away _ -> false;
            case Inbox.Expecting expecting ->
                    expecting.session().equals(session) && !inbox.shelf().waiting().isEmpty();
            case Inbox.Serving serving ->
                    serving.session().equals(session)
                            && serving.backlog() instanceof Backlog.Open
                            && !(serving.manners().acknowledges() && hasQueued(inbox));
        };
    }

    private static boolean hasQueued(Inbox inbox) {
        return inbox.shelf().waiting().stream().anyMatch(Envelope.Queued.class::isInstance);
    }
}
