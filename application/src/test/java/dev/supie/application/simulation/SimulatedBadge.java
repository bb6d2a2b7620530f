package dev.supie.application.simulation;

import dev.supie.application.connection.BadgeRequest;
import dev.supie.application.connection.port.Attending;
import dev.supie.application.connection.port.BadgeMessage;
import dev.supie.application.connection.port.ErrorCode;
import dev.supie.application.connection.port.Rid;
import dev.supie.application.fixture.Bench;
import dev.supie.domain.connection.ClientFeatures;
import dev.supie.domain.connection.Mode;
import dev.supie.domain.connection.ModeAction;
import dev.supie.domain.kernel.SessionId;
import dev.supie.domain.meeting.MeetingId;
import dev.supie.domain.meeting.SnippetInput;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// A badge and its wearer: talks in meetings, repeats what was not receipted for as long as a
/// repeat is recognised, and keeps book of what it was promised.
final class SimulatedBadge {

    /// Less than the 60 s of MTG-3, so that a repeat is always recognised as one.
    private static final Duration REPEATS_FOR = Duration.ofSeconds(45);

    /// Marks statistics that the badge has asked for.
    static final Rid ASKED = new Rid("stats");

    private final String device;
    private final ArrayDeque<Outgoing> sending = new ArrayDeque<>();
    private final ArrayDeque<Said> unanswered = new ArrayDeque<>();
    private final List<Said> unknown = new ArrayList<>();
    private final List<String> promised = new ArrayList<>();
    private final List<String> said = new ArrayList<>();
    private Optional<SessionId> session = Optional.empty();
    private boolean inMeeting;

    /// Whether the badge knows which meeting it is in; before that it repeats nothing.
    private boolean confirmed;

    private int words;
    private int meetings;
    private final Invitations invitations;

    /// What has begun a meeting and is not answered yet: an answer to an older one confirms
    /// nothing.
    private int starts;

    /// The meeting of another badge in which it is, as far as it knows; empty for one of its own.
    private Optional<MeetingId> joined = Optional.empty();

    /// Of its own last meeting, if it was ever told.
    private Optional<MeetingId> own = Optional.empty();

    /// @param invitations what wearers tell each other
    SimulatedBadge(String device, Invitations invitations) {
        this.device = device;
        this.invitations = invitations;
    }

    /// @param meeting which of the badge's meetings it was said in, as the badge counts them
    private record Said(String text, Instant firstAt, int meeting, boolean repeated) {}

    /// What is on its way to the server; with words in it or without.
    private record Outgoing(BadgeRequest request, Optional<Said> words) {}

    String device() {
        return device;
    }

    /// Texts that were receipted: each must be in a transcript exactly once.
    List<String> promised() {
        return promised;
    }

    /// All texts that were ever sent: none may be there twice.
    List<String> said() {
        return said;
    }

    Optional<SessionId> session() {
        return session;
    }

    void connect(Bench bench) {
        connectedAs(bench.opening(device));
    }

    void connectedAs(SessionId fresh) {
        session = Optional.of(fresh);
        queue(new BadgeRequest.Hello(ClientFeatures.NONE, Rid.NONE));
    }

    /// Everything on the way in both directions is lost; what was not answered stays unknown.
    void lostConnection() {
        session = Optional.empty();
        unknown.addAll(unanswered);
        sending.stream().flatMap(next -> next.words().stream()).forEach(unknown::add);
        unknown.removeIf(old -> old.meeting() != meetings);
        sending.clear();
        unanswered.clear();
        starts = 0;
        inMeeting = false;
        confirmed = false;
    }

    void act(Bench bench, RandomGenerator random) {
        unknown.removeIf(old -> tooOld(old, bench.time.instant()));
        if (!inMeeting) {
            invitations.start(device, random).ifPresent(this::begin);
            return;
        }
        switch (random.nextInt(22)) {
            case 0 -> finish(new BadgeRequest.FinalizeMeeting(Rid.NONE));
            case 1 -> finish(new BadgeRequest.SwitchMode(ModeAction.END, Mode.MEETING, Rid.NONE));
            case 2 -> queue(new BadgeRequest.Activity(BadgeRequest.Activity.Kind.AUDIO));
            case 3, 4 -> repeat();
            case 5 -> queue(new BadgeRequest.SubscribeStats(ASKED));
            case 6 -> finish(invitations.leave());
            case 7 -> ask(invitations.invite());
            default -> say(random, bench.time.instant());
        }
    }

    private void begin(BadgeRequest how) {
        ask(how);
        inMeeting = true;
        confirmed = false;
    }

    private void ask(BadgeRequest how) {
        queue(how);
        starts++;
    }

    private static boolean tooOld(Said old, Instant now) {
        return now.isAfter(old.firstAt().plus(REPEATS_FOR));
    }

    private void finish(BadgeRequest how) {
        queue(how);
        meetings++;
        unknown.clear();
        inMeeting = false;
        confirmed = false;
    }

    private void say(RandomGenerator random, Instant now) {
        words++;
        // Long enough at times that a meeting needs more than one window.
        String filler = "x".repeat(random.nextInt(4) == 0 ? 900 : 10);
        String text = "<" + device + "#" + words + ">" + filler;
        said.add("<" + device + "#" + words + ">");
        send(new Said(text, now, meetings, false));
    }

    private void repeat() {
        if (confirmed && !unknown.isEmpty()) {
            Said first = unknown.removeFirst();
            send(new Said(first.text(), first.firstAt(), first.meeting(), true));
        }
    }

    private void send(Said what) {
        BadgeRequest request =
                new BadgeRequest.AddSnippets(
                        List.of(new SnippetInput("note", what.text(), "")), Rid.NONE);
        sending.add(new Outgoing(request, Optional.of(what)));
    }

    private void queue(BadgeRequest request) {
        sending.add(new Outgoing(request, Optional.empty()));
    }

    /// One message arrives at the server, unless it has become too old to be sent.
    void deliverOne(Bench bench) {
        Outgoing next = sending.pollFirst();
        if (next == null || session.isEmpty()) {
            return;
        }
        if (next.words().isPresent()) {
            if (tooOld(next.words().get(), bench.time.instant())) {
                return;
            }
            unanswered.add(next.words().get());
        }
        bench.connections().receive(session.get(), next.request());
        if (next.words().filter(Said::repeated).isPresent()) {
            // A repeat is recognised by the time at which it is handled; waiting in the server for
            // more than a minute is not what this simulation is about.
            bench.threads.runAll();
        }
    }

    /// The badge reads what has arrived.
    void read(List<BadgeMessage> messages) {
        for (BadgeMessage message : messages) {
            switch (message) {
                case BadgeMessage.SnippetReceipt receipt -> receipted(receipt);
                case BadgeMessage.FeatureError error when error.message().contains("taken over") ->
                        throw new AssertionError("fenced, but nobody took over: " + error);
                case BadgeMessage.FeatureError error when error.phase().equals("snippet") ->
                        refused(error.code());
                case BadgeMessage.ModeReceipt receipt -> switched(receipt);
                case BadgeMessage.FeatureError error when error.feature().equals("mode") -> {
                    inMeeting = false;
                    starts -= error.phase().equals("start") ? 1 : 0;
                    invitations.refused(error.code());
                }
                case BadgeMessage.JoinLimited _ -> {
                    inMeeting = false;
                    starts--;
                }
                case BadgeMessage.FinalizeAck ack -> endedByOthers(ack.meeting());
                case BadgeMessage.MeetingProgress progress -> endedByOthers(progress.meeting());
                case BadgeMessage.MeetingSummary summary when !summary.summary().checkpoint() ->
                        endedByOthers(summary.summary().meeting());
                default -> {}
            }
        }
    }

    private void receipted(BadgeMessage.SnippetReceipt receipt) {
        Said what = unanswered.removeFirst();
        if (receipt.accepted() + receipt.ignored() == 1) {
            promised.add(what.text().substring(0, what.text().indexOf('>') + 1));
        }
    }

    /// The meeting it is in takes nothing any more, and what it had said there must not be said
    /// again in another one.
    private void endedByOthers(MeetingId meeting) {
        Optional<MeetingId> here = joined.isPresent() ? joined : own;
        if (confirmed && here.filter(meeting::equals).isPresent()) {
            meetings++;
            unknown.clear();
            inMeeting = false;
            confirmed = false;
        }
    }

    private void refused(ErrorCode code) {
        Said what = unanswered.removeFirst();
        if (code == ErrorCode.INVALID_REQUEST && confirmed) {
            throw new AssertionError("its meeting was taken away: " + what);
        }
        if (code == ErrorCode.INTERNAL_ERROR && what.meeting() == meetings) {
            unknown.add(what);
        }
        if (code == ErrorCode.NOT_FOUND) {
            inMeeting = false;
            confirmed = false;
        }
    }

    /// A new meeting knows nothing of the old one's words, so they must not be repeated in it.
    private void switched(BadgeMessage.ModeReceipt receipt) {
        receipt.attending().ifPresent(attending -> invitations.heard(device, attending));
        starts -= receipt.action() == ModeAction.START ? 1 : 0;
        if (receipt.action() == ModeAction.START && !receipt.idempotent()) {
            Optional<MeetingId> guestIn = meetingAs(Attending.Role.GUEST, receipt);
            if (!receipt.resumed() || !guestIn.equals(joined)) {
                unknown.clear();
            }
            if (!receipt.resumed() && guestIn.isEmpty()) {
                own = Optional.empty();
            }
            joined = guestIn;
            confirmed = starts == 0;
        }
        own = meetingAs(Attending.Role.OWNER, receipt).or(() -> own);
    }

    private static Optional<MeetingId> meetingAs(
            Attending.Role role, BadgeMessage.ModeReceipt receipt) {
        return receipt.attending()
                .filter(attending -> attending.role() == role)
                .flatMap(Attending::meeting);
    }
}
