package dev.supie.application.contract;

import dev.supie.application.peer.port.PeerStep;
import dev.supie.application.peer.port.SentMessage;
import dev.supie.domain.kernel.DeviceId;
import dev.supie.domain.peer.Category;
import dev.supie.domain.peer.Envelope;
import dev.supie.domain.peer.Failure;
import dev.supie.domain.peer.MessageId;
import dev.supie.domain.peer.Mid;
import dev.supie.domain.peer.Normalized;
import dev.supie.domain.peer.PeerMessage;
import dev.supie.domain.peer.PeerReceipt;
import dev.supie.domain.peer.Structure;
import dev.supie.domain.peer.Submission;
import dev.supie.domain.peer.Targets;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/// Peer messages as a store sees them.
final class SamplePeerMessages {

    static final Instant START = Instant.parse("2026-11-21T09:00:00.123Z");
    static final DeviceId LI = new DeviceId("li");
    static final DeviceId ZOE = new DeviceId("zoe");
    static final DeviceId ME = new DeviceId("me");

    private SamplePeerMessages() {}

    static MessageId id(int number) {
        return new MessageId("%032x".formatted(number));
    }

    static SentMessage sent(int number) {
        return sent(number, "", START);
    }

    /// From Li to me and Zoe, whom it may not write to.
    static SentMessage sent(int number, String mid, Instant at) {
        Submission submission =
                new Submission(
                        new Mid(mid),
                        new Targets.Named(List.of(ME, ZOE)),
                        "text " + number + " \"quoted\"\n第二行 😀",
                        new Submission.Hint.Given(Category.TASK),
                        "zh-CN",
                        Duration.ofHours(1));
        Structure structure =
                new Structure(
                        Category.TASK,
                        "summary " + number,
                        Normalized.of("title", 1, "2026-11-30T17:00", List.of("李", "zoe")));
        SequencedMap<DeviceId, Failure> failed = new LinkedHashMap<>();
        failed.put(ZOE, Failure.UNAUTHORIZED);
        return new SentMessage(
                new PeerMessage(id(number), LI, submission, structure, true, at, true),
                new PeerReceipt(List.of(), List.of(ME), failed));
    }

    /// From Zoe to everybody, without anything that may be left out.
    static SentMessage broadcast(int number) {
        Submission submission =
                new Submission(
                        Mid.NONE,
                        new Targets.Everybody(),
                        "x",
                        new Submission.Hint.None(),
                        "",
                        Duration.ofSeconds(1));
        Structure structure =
                new Structure(Category.CHAT, "x", Normalized.of("x", 2, "", List.of()));
        return new SentMessage(
                new PeerMessage(id(number), ZOE, submission, structure, false, START, false),
                new PeerReceipt(List.of(ME), List.of(LI), new LinkedHashMap<>()));
    }

    static Envelope.Queued queued(SentMessage sent, long rseq, int attempts) {
        return new Envelope.Queued(sent.message().letterTo(ME), rseq, attempts);
    }

    /// Comes in as the message of this place in my inbox.
    static PeerStep placed(SentMessage sent, long rseq) {
        return new PeerStep(
                List.of(sent),
                List.of(queued(sent, rseq, 0)),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    static PeerStep attempted(SentMessage sent, long rseq, int attempts) {
        var flying = new Envelope.InFlight(sent.message().letterTo(ME), rseq, attempts);
        return new PeerStep(List.of(), List.of(), List.of(flying), List.of(), List.of(), List.of());
    }

    static PeerStep ended(Envelope.Settled... ends) {
        return new PeerStep(List.of(), List.of(), List.of(), List.of(ends), List.of(), List.of());
    }

    static Envelope.Settled expired(SentMessage sent, long rseq) {
        return new Envelope.Expired(sent.message().letterTo(ME), rseq, START);
    }

    static Envelope.Settled acknowledged(SentMessage sent, long rseq) {
        return new Envelope.Acknowledged(sent.message().letterTo(ME), rseq, START);
    }
}
