package dev.supie.application.peer;

import dev.supie.application.connection.port.ErrorCode;
import dev.supie.application.connection.port.PeerNews;
import dev.supie.application.peer.port.SentMessage;
import dev.supie.domain.kernel.DeviceId;
import dev.supie.domain.peer.Access;
import dev.supie.domain.peer.Envelope;
import dev.supie.domain.peer.Failure;
import dev.supie.domain.peer.Inbox;
import dev.supie.domain.peer.InboxCommand;
import dev.supie.domain.peer.InboxRejection;
import dev.supie.domain.peer.MessageId;
import dev.supie.domain.peer.PeerMessage;
import dev.supie.domain.peer.PeerRate;
import dev.supie.domain.peer.PeerReceipt;
import dev.supie.domain.peer.Submission;
import dev.supie.domain.peer.Targets;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;

/// Takes messages in: access, rate, understanding, inboxes, in this order (PEER-1); their shape and
/// normal form have been looked at before ([Reading]). Only ever called in a round.
///
/// @param freshIds gives the next id for this moment
/// @param later asks for a round when a message has been understood
record Acceptance(
        Senders senders,
        StructureDesk desk,
        PeerPost post,
        Function<Instant, MessageId> freshIds,
        Consumer<DeviceId> later) {

    static final String REPLACED_TEXT = "another connection of this badge has taken over";

    /// Something a badge wants to send.
    void submit(PeerWork.Submit work, PeerSettings settings, PeerRound round) {
        PeerCaller from = work.from();
        round.ifLost(work, () -> post.failed(from));
        if (isReplaced(from, round)) {
            refuse(work, ErrorCode.UNAUTHORIZED, REPLACED_TEXT, round);
            return;
        }
        switch (work.reading()) {
            case Reading.Refused(String reason) ->
                    refuse(work, ErrorCode.INVALID_REQUEST, reason, round);
            case Reading.Usable usable ->
                    round.known(from.device(), usable.submission().mid())
                            .ifPresentOrElse(
                                    before ->
                                            repeat(
                                                    new Again(
                                                            work,
                                                            from,
                                                            work.at(),
                                                            usable.submission()),
                                                    before,
                                                    round),
                                    () -> consider(work, usable, settings.access(), round));
        }
    }

    /// DUP-2. One whose connection has ended meanwhile may well have meant it, but not if another
    /// one came after it, even if that has ended too. Whoever has none cannot lose it.
    private boolean isReplaced(PeerCaller from, PeerRound round) {
        if (from.listener().isPresent()) {
            return false;
        }
        return !round.sessionOf(from.device())
                .map(session -> session.equals(from.session()))
                .orElseGet(() -> senders.of(from.device()).isNewest(from.session()));
    }

    private void refuse(Object key, PeerCaller from, ErrorCode code, String text, PeerRound round) {
        answer(key, () -> post.refuse(from, code, text), round);
    }

    private void refuse(PeerWork.Submit work, ErrorCode code, String text, PeerRound round) {
        refuse(work, work.from(), code, text, round);
    }

    /// Said whatever becomes of the round, but in its place among its answers.
    private static void answer(Object key, Runnable saying, PeerRound round) {
        round.ifLost(key, saying);
        round.afterwards(_ -> saying.run());
    }

    /// PEER-7: the same message is not taken in again.
    private void repeat(Again again, SentMessage before, PeerRound round) {
        PeerCaller from = again.from();
        if (!before.message().submission().isRepeatedBy(again.submission())) {
            String text = "this mid belongs to another message: use each mid once";
            refuse(again.key(), from, ErrorCode.INVALID_REQUEST, text, round);
            return;
        }
        // The first may be one of this very round, which is not stored yet.
        round.ifLost(again.key(), () -> post.failed(from));
        round.afterwards(_ -> post.answer(from, receipt(before, again.at(), round.now(), true)));
    }

    /// A message whose mark is known.
    private record Again(Object key, PeerCaller from, Instant at, Submission submission) {}

    private void consider(
            PeerWork.Submit work, Reading.Usable usable, Access access, PeerRound round) {
        PeerCaller from = work.from();
        Submission submission = usable.submission();
        SequencedMap<DeviceId, Failure> refused = new LinkedHashMap<>();
        List<DeviceId> targets =
                permitted(from.device(), submission.targets(), access, refused, round);
        Senders.Sender sender = senders.of(from.device());
        if (targets.isEmpty()) {
            refuseForNobody(work, submission.targets(), access, round);
            return;
        }
        if (sender.isLineFull()) {
            String text = "too many messages of this badge are under way: send it again";
            refuse(work, ErrorCode.BUSY, text, round);
            return;
        }
        switch (sender.rate().take(submission.targets(), round.now())) {
            case PeerRate.Taken.Refused(PeerRate next, Duration retryAfter) -> {
                sender.used(next);
                PeerNews tooFast = new PeerNews.TooFast(retryAfter);
                answer(work, () -> post.answer(from, tooFast), round);
            }
            case PeerRate.Taken.Granted(PeerRate next) -> {
                sender.used(next);
                round.release(work);
                Pending message =
                        new Pending(
                                from,
                                submission,
                                work.at(),
                                targets,
                                refused,
                                usable.byRules(),
                                new AtomicReference<>());
                lineUp(sender, message);
                takeReady(from.device(), round);
            }
        }
    }

    private void refuseForNobody(
            PeerWork.Submit work, Targets targets, Access access, PeerRound round) {
        boolean alone =
                targets instanceof Targets.Everybody
                        && access.broadcast(work.from().device()).isAllowed();
        if (alone) {
            refuse(work, ErrorCode.TARGET_OFFLINE, "nobody else is connected", round);
        } else {
            refuse(work, ErrorCode.UNAUTHORIZED, "no permitted targets", round);
        }
    }

    /// Whom of these it may send to; the others are put with the refused.
    private static List<DeviceId> permitted(
            DeviceId sender,
            Targets targets,
            Access access,
            SequencedMap<DeviceId, Failure> refused,
            PeerRound round) {
        return switch (targets) {
            case Targets.Everybody _ ->
                    access.broadcast(sender).isAllowed()
                            ? round.online().stream().filter(one -> !one.equals(sender)).toList()
                            : List.of();
            case Targets.Named(List<DeviceId> devices) -> {
                List<DeviceId> permitted = new ArrayList<>();
                for (DeviceId device : devices) {
                    if (access.permission(sender, device).isAllowed()) {
                        permitted.add(device);
                    } else {
                        refused.put(device, Failure.UNAUTHORIZED);
                    }
                }
                yield permitted;
            }
        };
    }

    /// Nothing is spent on a model for a repeat whose first is still under way.
    private void lineUp(Senders.Sender sender, Pending message) {
        if (sender.hasTwin(message)) {
            StructureDesk.byRules(message);
        } else {
            desk.read(message, understood -> later.accept(understood.from().device()));
        }
        sender.lineUp(message);
    }

    /// Takes in everything of this sender that has been understood, in its order.
    void takeReady(DeviceId device, PeerRound round) {
        Senders.Sender sender = senders.of(device);
        Optional<Pending> ready = sender.takeReady();
        while (ready.isPresent()) {
            take(ready.get(), sender.wantsReceipts(), round);
            ready = sender.takeReady();
        }
    }

    private void take(Pending message, boolean receiptsWanted, PeerRound round) {
        PeerCaller from = message.from();
        round.ifLost(message, () -> post.failed(from));
        if (isReplaced(from, round)) {
            refuse(message, from, ErrorCode.UNAUTHORIZED, REPLACED_TEXT, round);
            return;
        }
        Optional<SentMessage> before = round.known(from.device(), message.submission().mid());
        if (before.isPresent()) {
            Again again = new Again(message, from, message.at(), message.submission());
            repeat(again, before.get(), round);
            return;
        }
        Pending.Understanding understanding = message.understanding().orElseThrow();
        PeerMessage accepted =
                new PeerMessage(
                        freshIds.apply(round.now()),
                        from.device(),
                        message.submission(),
                        understanding.structure().under(message.submission().hint()),
                        understanding.degraded(),
                        round.now(),
                        receiptsWanted);
        place(message, accepted, round);
    }

    private void place(Pending pending, PeerMessage message, PeerRound round) {
        SequencedMap<DeviceId, Failure> failed = new LinkedHashMap<>(pending.refused());
        List<DeviceId> delivered = new ArrayList<>();
        List<DeviceId> enqueued = new ArrayList<>();
        List<DeviceId> offline = new ArrayList<>();
        for (DeviceId target : pending.targets()) {
            Optional<InboxRejection> rejection =
                    round.decide(
                            target,
                            new InboxCommand.Take(message.letterTo(target)),
                            effect -> round.afterwards(done -> post.carryOut(effect, done)));
            if (rejection.isPresent()) {
                failed.put(target, Failure.of(rejection.get()));
            } else if (isOnItsWay(round.inbox(target), message.id())) {
                delivered.add(target);
            } else {
                enqueued.add(target);
            }
            if (round.inbox(target) instanceof Inbox.Away && rejection.isEmpty()) {
                offline.add(target);
            }
        }
        PeerReceipt receipt = new PeerReceipt(delivered, enqueued, failed);
        SentMessage sent = new SentMessage(message, receipt);
        if (receipt.isAccepted()) {
            round.accepted(sent);
        }
        round.afterwards(_ -> tell(pending, sent, offline, round.now()));
    }

    private static boolean isOnItsWay(Inbox inbox, MessageId id) {
        return inbox.shelf().waiting().reversed().stream()
                .filter(one -> one.letter().id().equals(id))
                .findFirst()
                .filter(Envelope.InFlight.class::isInstance)
                .isPresent();
    }

    private void tell(Pending pending, SentMessage sent, List<DeviceId> offline, Instant now) {
        post.answer(pending.from(), receipt(sent, pending.at(), now, false));
        if (!offline.isEmpty()) {
            post.answer(pending.from(), new PeerNews.TargetsOffline(offline));
        }
    }

    private static PeerNews receipt(SentMessage sent, Instant at, Instant now, boolean repeated) {
        PeerMessage message = sent.message();
        Duration elapsed = Duration.between(at, now);
        return new PeerNews.Receipt(
                message.id(),
                sent.receipt(),
                message.structure().summary(),
                elapsed.isNegative() ? Duration.ZERO : elapsed,
                repeated);
    }
}
