package dev.supie.application.simulation;

import dev.supie.application.connection.port.BadgeMessage;
import dev.supie.application.fixture.Bench;
import dev.supie.application.meeting.port.ArchiveQuery;
import dev.supie.application.meeting.port.StoredMeeting;
import dev.supie.domain.kernel.DeviceId;
import dev.supie.domain.kernel.SessionId;
import dev.supie.domain.meeting.MeetingHead;
import dev.supie.domain.meeting.MeetingId;
import dev.supie.domain.meeting.Segment;
import dev.supie.domain.meeting.Snippet;
import dev.supie.domain.meeting.Summary;
import dev.supie.domain.server.ServerStats;
import dev.supie.domain.server.StatsClock;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The promises, as code that throws when one is broken.
final class Checkers {

    /// How everything begins that a connection says after it was taken over.
    static final String GHOSTLY = "<ghost#";

    private static final Pattern SAID_BY = Pattern.compile("<(\\w+)#\\d+>");

    private final Bench bench;
    private final boolean storeMayFail;
    private final Map<MeetingId, Summary> summaries = new HashMap<>();
    private final Map<SessionId, Set<MeetingId>> ending = new HashMap<>();
    private final Set<MeetingId> summarised = new HashSet<>();
    private final Map<SessionId, Instant> pushed = new HashMap<>();
    private final Map<SessionId, Set<MeetingId>> shown = new HashMap<>();
    private final Map<String, Set<MeetingId>> late = new HashMap<>();

    Checkers(Bench bench, boolean storeMayFail) {
        this.bench = bench;
        this.storeMayFail = storeMayFail;
    }

    /// MTG-6 and MTG-7, as a badge sees them: between the ack and the summary no transcript, and
    /// never two different summaries of one meeting.
    void saw(SessionId session, List<BadgeMessage> messages) {
        Set<MeetingId> ended = ending.computeIfAbsent(session, _ -> new HashSet<>());
        for (BadgeMessage message : messages) {
            switch (message) {
                case BadgeMessage.FinalizeAck ack -> {
                    if (!summarised.contains(ack.meeting())) {
                        ended.add(ack.meeting());
                    }
                }
                case BadgeMessage.TranscriptPush push ->
                        check(!ended.contains(push.meeting()), "transcript after the ack", push);
                case BadgeMessage.MeetingSummary summary -> {
                    sawSummary(ended, summary.summary());
                    sawOnce(session, summary);
                }
                case BadgeMessage.StatsPush push -> sawStats(session, push);
                default -> {}
            }
        }
    }

    /// MTG-9: without faults of the store no connection is told a summary twice unless it asks.
    private void sawOnce(SessionId session, BadgeMessage.MeetingSummary summary) {
        if (summary.idempotent() || summary.summary().checkpoint()) {
            return;
        }
        boolean first =
                shown.computeIfAbsent(session, _ -> new HashSet<>())
                        .add(summary.summary().meeting());
        check(first || storeMayFail, "the same summary again", summary);
    }

    /// DUP-2: after a takeover the old connection gets no receipt and no news, only refusals, the
    /// word that it was replaced, and an answer to a hello (CON-2).
    ///
    /// @param answering whether one of its requests was being stored in that moment
    void sawFenced(List<BadgeMessage> messages, boolean answering) {
        for (BadgeMessage message : messages) {
            boolean fine =
                    switch (message) {
                        case BadgeMessage.Replaced _, BadgeMessage.Welcome _ -> true;
                        case BadgeMessage.FeatureError _, BadgeMessage.JoinLimited _ -> true;
                        // What is said on it until it is closed is heard.
                        case BadgeMessage.SpeechText _,
                                BadgeMessage.Transcription _,
                                BadgeMessage.TranscriptionFailed _ ->
                                true;
                        // What is being said to it is said to its end.
                        case BadgeMessage.SpeechStart _,
                                BadgeMessage.SentenceStart _,
                                BadgeMessage.SpeechStop _,
                                BadgeMessage.Face _ ->
                                true;
                        // No news of the badge's own: those of a round that had begun, or asked
                        // for.
                        case BadgeMessage.StatsPush _ -> true;
                        // What its clock had to say before its lane heard of the takeover.
                        case BadgeMessage.Pong _,
                                BadgeMessage.IdleWarning _,
                                BadgeMessage.TimeoutWarning _ ->
                                true;
                        case BadgeMessage.SnippetReceipt _,
                                BadgeMessage.FinalizeAck _,
                                BadgeMessage.ModeReceipt _,
                                BadgeMessage.SwitchText _,
                                BadgeMessage.Peer _,
                                BadgeMessage.ServerReceipt _,
                                BadgeMessage.ListenNow _ ->
                                answering;
                        case BadgeMessage.MeetingProgress _,
                                BadgeMessage.Caption _,
                                BadgeMessage.CompanyPush _,
                                BadgeMessage.TranscriptPush _,
                                BadgeMessage.MeetingSummary _,
                                BadgeMessage.ShownTranscript _,
                                BadgeMessage.ShownSummary _,
                                BadgeMessage.TaskCommand _,
                                BadgeMessage.TaskReceipt _,
                                BadgeMessage.TaskList _,
                                BadgeMessage.BuildReceipt _,
                                BadgeMessage.BuildAdvice _,
                                BadgeMessage.ToolRequest _,
                                BadgeMessage.GeneralError _,
                                BadgeMessage.RateLimited _ ->
                                false;
                    };
            check(fine, "a connection that was taken over got", message);
        }
    }

    private void sawSummary(Set<MeetingId> ended, Summary summary) {
        if (summary.checkpoint()) {
            check(!ended.contains(summary.meeting()), "checkpoint after the ack", summary);
            return;
        }
        ended.remove(summary.meeting());
        summarised.add(summary.meeting());
        Summary known = summaries.putIfAbsent(summary.meeting(), summary);
        check(known == null || known.equals(summary), "a second summary", summary);
    }

    /// SRV-1: somebody is online, who is told, and nobody is told more than once a second.
    private void sawStats(SessionId session, BadgeMessage.StatsPush push) {
        ServerStats stats = push.stats();
        check(stats.deviceCount() > 0, "nobody is told", stats);
        check(stats.online().size() == stats.deviceCount(), "miscounted", stats);
        if (!push.rid().given()) {
            Instant last = pushed.put(session, stats.at());
            Instant soonest = last == null ? stats.at() : last.plus(StatsClock.SPACING);
            check(!stats.at().isBefore(soonest), "told too often", stats);
        }
    }

    /// MTG-9: with the faults gone every badge gets the minutes once, whoever's meeting it was.
    void newsFor(SimulatedBadge badge, List<BadgeMessage> messages) {
        Set<MeetingId> known = late.computeIfAbsent(badge.device(), _ -> new HashSet<>());
        for (BadgeMessage message : messages) {
            if (message instanceof BadgeMessage.MeetingSummary summary) {
                check(known.add(summary.summary().meeting()), "minutes twice", summary);
            }
        }
    }

    /// CON-6: what was answered `ok` is there, and nothing is there twice, in whichever meeting.
    void promisesAreStored(List<SimulatedBadge> badges) {
        String everything =
                badges.stream().map(this::everythingOf).collect(Collectors.joining("\n"));
        check(!everything.contains(GHOSTLY), "said after a takeover, but there", everything);
        for (SimulatedBadge badge : badges) {
            for (String text : badge.promised()) {
                check(count(everything, text) == 1, "promised, but not there once", text);
            }
            for (String text : badge.said()) {
                check(count(everything, text) <= 1, "there twice", text);
            }
        }
    }

    private String everythingOf(SimulatedBadge badge) {
        List<String> texts = new ArrayList<>();
        for (MeetingHead head : meetingsOf(badge)) {
            StoredMeeting stored = bench.store.load(head.id()).orElseThrow();
            segments(head).map(Segment::text).forEach(texts::add);
            stored.snippets().stream()
                    .filter(snippet -> snippet.number() > stored.head().mergedSnippets())
                    .map(Snippet::text)
                    .forEach(texts::add);
        }
        return String.join("\n", texts);
    }

    /// Phase two: nothing is left half done, and every segment was read into the minutes.
    void everythingFinalized(List<SimulatedBadge> badges) {
        promisesAreStored(badges);
        check(bench.time.alarms() == 0, "alarms left", bench.time.alarms());
        check(bench.connections().count() == 0, "connections left", bench.connections().count());
        for (SimulatedBadge badge : badges) {
            for (MeetingHead head : meetingsOf(badge)) {
                check(head.phase() instanceof MeetingHead.Phase.Finalized, "not finalized", head);
                check(head.coveredSegments() == head.segmentCount(), "not covered", head);
                check(head.mergedSnippets() == head.snippetCount(), "not merged", head);
                everySegmentWasRead(head);
            }
        }
    }

    private void everySegmentWasRead(MeetingHead head) {
        Set<String> read =
                Stream.concat(bench.model.requests().stream(), bench.quoting.requests().stream())
                        .flatMap(request -> request.window().stream())
                        .map(Segment::text)
                        .collect(Collectors.toSet());
        List<Segment> segments = segments(head).toList();
        for (int i = 0; i < segments.size(); i++) {
            check(segments.get(i).number() == i + 1, "a gap in the transcript", head.id());
            check(read.contains(segments.get(i).text()), "never read", segments.get(i));
            saidByOne(segments.get(i));
        }
    }

    /// MTG-2: what stands under a badge's name was said by it.
    private static void saidByOne(Segment segment) {
        Matcher said = SAID_BY.matcher(segment.text());
        while (said.find()) {
            check(said.group(1).equals(segment.speaker()), "said by another one", segment);
        }
    }

    /// MTG-9: what was waiting has been delivered.
    void nothingWaitsFor(SimulatedBadge badge) {
        DeviceId device = new DeviceId(badge.device());
        check(
                bench.store.undelivered(device, 100).isEmpty()
                        && bench.store.awaited(device, 100).isEmpty(),
                "still undelivered",
                badge.device());
    }

    private Stream<Segment> segments(MeetingHead head) {
        return bench.store.segments(head.id(), 1, head.segmentCount()).stream();
    }

    private List<MeetingHead> meetingsOf(SimulatedBadge badge) {
        return bench.store.recent(
                new ArchiveQuery(
                        ArchiveQuery.LIMIT_MAX,
                        Optional.of(new DeviceId(badge.device())),
                        Instant.EPOCH,
                        Instant.MAX));
    }

    private static int count(String text, String part) {
        int found = 0;
        for (int at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + 1)) {
            found++;
        }
        return found;
    }

    private static void check(boolean holds, String what, Object about) {
        if (!holds) {
            throw new AssertionError(what + ": " + about);
        }
    }
}
