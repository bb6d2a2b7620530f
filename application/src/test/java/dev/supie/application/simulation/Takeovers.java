package dev.supie.application.simulation;

import dev.supie.application.connection.BadgeRequest;
import dev.supie.application.connection.port.BadgeMessage;
import dev.supie.application.connection.port.Rid;
import dev.supie.application.fixture.Bench;
import dev.supie.domain.connection.ClientFeatures;
import dev.supie.domain.connection.Mode;
import dev.supie.domain.connection.ModeAction;
import dev.supie.domain.kernel.SessionId;
import dev.supie.domain.meeting.SnippetInput;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// Badges that connect again while their old connection is still there, and what is left of the old
/// one: it goes on talking, and nothing it says may have an effect (DUP-1, DUP-2).
final class Takeovers {

    private final Bench bench;
    private final Checkers checkers;
    private final List<Ghost> ghosts = new ArrayList<>();
    private int words;

    Takeovers(Bench bench, Checkers checkers) {
        this.bench = bench;
        this.checkers = checkers;
    }

    /// A connection that has been taken over.
    private static final class Ghost {
        private final SessionId session;

        /// Whether an answer may still come to what was being stored in the moment of the takeover.
        private boolean answering;

        Ghost(SessionId session, boolean answering) {
            this.session = session;
            this.answering = answering;
        }
    }

    /// A second connection of a badge whose messages have all been read. False if it is refused,
    /// because the badge has been taken over too often (DUP-2).
    ///
    /// @param whileStoring in the middle of some step of a meeting, perhaps one of this badge
    boolean takeOver(SimulatedBadge badge, boolean whileStoring) {
        SessionId old = badge.session().orElseThrow();
        Optional<SessionId> fresh = bench.tryOpening(badge.device());
        if (fresh.isEmpty()) {
            return false;
        }
        ghosts.add(new Ghost(old, whileStoring));
        badge.lostConnection();
        badge.connectedAs(fresh.get());
        return true;
    }

    /// An old connection says something, or ends.
    void haunt(RandomGenerator random) {
        if (ghosts.isEmpty()) {
            return;
        }
        Ghost ghost = ghosts.get(random.nextInt(ghosts.size()));
        if (random.nextInt(8) == 0) {
            end(ghost);
            ghosts.remove(ghost);
        } else {
            bench.connections().receive(ghost.session, something(random));
        }
    }

    private BadgeRequest something(RandomGenerator random) {
        return switch (random.nextInt(5)) {
            case 0 -> new BadgeRequest.Hello(ClientFeatures.NONE, Rid.NONE);
            case 1 -> new BadgeRequest.SwitchMode(ModeAction.START, Mode.MEETING, Rid.NONE);
            case 2 -> new BadgeRequest.SwitchMode(ModeAction.END, Mode.MEETING, Rid.NONE);
            case 3 -> new BadgeRequest.FinalizeMeeting(Rid.NONE);
            default -> {
                words++;
                String text = Checkers.GHOSTLY + words + ">";
                yield new BadgeRequest.AddSnippets(
                        List.of(new SnippetInput("note", text, "")), Rid.NONE);
            }
        };
    }

    /// Checks what the old connections have heard since the last look.
    void look() {
        for (Iterator<Ghost> each = ghosts.iterator(); each.hasNext(); ) {
            Ghost ghost = each.next();
            List<BadgeMessage> heard = bench.link.take(ghost.session);
            checkers.sawFenced(heard, ghost.answering);
            ghost.answering = false;
            if (bench.link.closedWith(ghost.session).isPresent()) {
                end(ghost);
                each.remove();
            }
        }
    }

    void endAll() {
        ghosts.forEach(this::end);
        ghosts.clear();
    }

    /// The process is gone, and every socket with it.
    void forget() {
        ghosts.clear();
    }

    private void end(Ghost ghost) {
        bench.link.disconnect(ghost.session);
        bench.connections().closed(ghost.session);
    }
}
