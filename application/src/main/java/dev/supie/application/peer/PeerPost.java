package dev.supie.application.peer;

import dev.supie.application.connection.port.BadgeLink;
import dev.supie.application.connection.port.BadgeMessage;
import dev.supie.application.connection.port.ErrorCode;
import dev.supie.application.connection.port.PeerNews;
import dev.supie.application.connection.port.Rid;
import dev.supie.application.peer.port.Outcome;
import dev.supie.domain.connection.CloseCode;
import dev.supie.domain.kernel.SessionId;
import dev.supie.domain.peer.Backlog;
import dev.supie.domain.peer.Ending;
import dev.supie.domain.peer.Inbox;
import dev.supie.domain.peer.InboxCommand;
import dev.supie.domain.peer.Letter;
import dev.supie.domain.peer.PeerEffect;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

/// Says to badges what has been decided. Nothing here waits, and nothing has to arrive.
///
/// @param later takes work for another round
record PeerPost(BadgeLink link, Consumer<PeerWork> later, PeerTally tally) {

    static final String FEATURE = "peer";
    static final String FAILED_TEXT = "the server could not store this: send it again";

    void refuse(PeerCaller from, ErrorCode code, String text) {
        tally.refused(code);
        tell(from, new BadgeMessage.FeatureError(FEATURE, "", code, text, from.rid()));
    }

    void failed(PeerCaller from) {
        refuse(from, ErrorCode.INTERNAL_ERROR, FAILED_TEXT);
    }

    void answer(PeerCaller from, PeerNews news) {
        count(news);
        tell(from, new BadgeMessage.Peer(news, from.rid()));
    }

    private void tell(PeerCaller from, BadgeMessage answer) {
        from.listener()
                .ifPresentOrElse(
                        listener -> listener.accept(answer),
                        () -> link.send(from.session(), answer));
    }

    private void count(PeerNews answer) {
        switch (answer) {
            case PeerNews.TooFast _ -> tally.refused(ErrorCode.RATE_LIMITED);
            case PeerNews.Receipt receipt when receipt.repeated() -> tally.repeated();
            case PeerNews.Receipt receipt -> tally.failed(receipt.receipt().failed().values());
            case PeerNews.TargetsOffline _,
                    PeerNews.Delivery _,
                    PeerNews.Redelivered _,
                    PeerNews.BacklogEnd _,
                    PeerNews.Lost _,
                    PeerNews.Ended _ -> {
                // Says nothing that is not counted where it came about.
            }
        }
    }

    /// Carries out what was decided in this round, which is stored by now.
    void carryOut(PeerEffect effect, PeerRound round) {
        switch (effect) {
            // Written with the round.
            case PeerEffect.Store _ -> {}
            case PeerEffect.Transmit sending -> transmit(sending, round);
            case PeerEffect.TellRedelivered told -> tellRedelivered(told, round);
            case PeerEffect.EndBacklog end ->
                    say(end.session(), new PeerNews.BacklogEnd(end.count()));
            case PeerEffect.CloseStalled stalled ->
                    link.close(stalled.session(), CloseCode.TOO_SLOW);
        }
    }

    private void tellRedelivered(PeerEffect.TellRedelivered told, PeerRound round) {
        tally.redelivered(told.count());
        PeerNews news = new PeerNews.Redelivered(told.target(), told.count());
        round.sessionOf(told.sender()).ifPresent(session -> say(session, news));
    }

    /// A badge too slow for its messages is sent away: they are still there when it comes back.
    private void transmit(PeerEffect.Transmit sending, PeerRound round) {
        Letter letter = sending.envelope().letter();
        PeerNews news =
                new PeerNews.Delivery(
                        round.message(letter.id()),
                        letter.target(),
                        sending.envelope().rseq(),
                        sending.envelope().attempts(),
                        sending.lifetimeLeft());
        BadgeMessage message = new BadgeMessage.Peer(news, Rid.NONE);
        BadgeLink.Delivery delivery =
                isAwaited(round.inbox(letter.target()))
                        ? link.send(sending.session(), message, () -> written(sending))
                        : link.send(sending.session(), message);
        if (delivery == BadgeLink.Delivery.REFUSED) {
            link.close(sending.session(), CloseCode.TOO_SLOW);
        }
    }

    /// Whether somebody waits for the bytes being written; whoever acknowledges does not, once it
    /// has what waited for it.
    private static boolean isAwaited(Inbox inbox) {
        return switch (inbox) {
            case Inbox.Away _, Inbox.Expecting _ -> false;
            case Inbox.Serving serving ->
                    !serving.manners().acknowledges() || serving.backlog() instanceof Backlog.Open;
        };
    }

    private void written(PeerEffect.Transmit sending) {
        Letter letter = sending.envelope().letter();
        later.accept(
                new PeerWork.OnInbox(
                        letter.target(),
                        new InboxCommand.Written(
                                sending.session(), sending.envelope().rseq(), letter.sender())));
    }

    /// Tells a sender how its messages ended, and notes that once it is written.
    ///
    /// @param receipts whether it wants to hear of each
    void tell(SessionId session, List<Outcome> outcomes, boolean receipts) {
        List<PeerNews> news = new ArrayList<>();
        if (receipts) {
            outcomes.stream()
                    .filter(Outcome::reported)
                    .map(one -> new PeerNews.Ended(one.id(), one.target(), one.ending()))
                    .forEach(news::add);
        }
        lost(outcomes, Ending.EXPIRED, one -> one == Ending.EXPIRED, news);
        lost(
                outcomes,
                Ending.DROPPED,
                one -> one == Ending.DROPPED || one == Ending.UNDELIVERABLE,
                news);
        if (news.isEmpty()) {
            later.accept(new PeerWork.Told(outcomes));
        }
        for (Iterator<PeerNews> each = news.iterator(); each.hasNext(); ) {
            BadgeMessage message = new BadgeMessage.Peer(each.next(), Rid.NONE);
            if (each.hasNext()) {
                link.send(session, message);
            } else {
                link.send(session, message, () -> later.accept(new PeerWork.Told(outcomes)));
            }
        }
    }

    private static void lost(
            List<Outcome> outcomes, Ending word, Predicate<Ending> which, List<PeerNews> news) {
        List<Outcome> those = outcomes.stream().filter(one -> which.test(one.ending())).toList();
        if (!those.isEmpty()) {
            news.add(new PeerNews.Lost(word, those.stream().map(Outcome::id).distinct().toList()));
        }
    }

    private void say(SessionId session, PeerNews news) {
        link.send(session, new BadgeMessage.Peer(news, Rid.NONE));
    }
}
