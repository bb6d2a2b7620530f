package dev.supie.application.contract;

import dev.supie.application.meeting.port.MeetingStep;
import dev.supie.domain.kernel.DeviceId;
import dev.supie.domain.meeting.Invitation;
import dev.supie.domain.meeting.JoinCode;
import dev.supie.domain.meeting.Joined;
import dev.supie.domain.meeting.MeetingHead;
import dev.supie.domain.meeting.MeetingHead.Phase;
import dev.supie.domain.meeting.MeetingId;
import dev.supie.domain.meeting.Minutes;
import dev.supie.domain.meeting.Notes;
import dev.supie.domain.meeting.Quality;
import dev.supie.domain.meeting.Segment;
import dev.supie.domain.meeting.Snippet;
import dev.supie.domain.meeting.Summary;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A meeting for tests: each call gives the next step to store and takes it for stored.
final class SampleMeeting {

    static final Instant START = Instant.parse("2026-03-01T09:00:00Z");

    private final MeetingId id;
    private final DeviceId device;
    private final Instant startedAt;
    private long version;
    private Phase phase = new Phase.Recording();
    private Instant aliveAt;
    private Instant lastSnippetAt;
    private long snippetCount;
    private long mergedSnippets;
    private long segmentCount;
    private long coveredSegments;
    private Notes notes = Notes.EMPTY;
    private Quality quality = new Quality.Full();
    private Optional<JoinCode> code = Optional.empty();

    SampleMeeting(String id, String device, Instant startedAt) {
        this.id = new MeetingId(id);
        this.device = new DeviceId(device);
        this.startedAt = startedAt;
        this.aliveAt = startedAt;
        this.lastSnippetAt = startedAt;
    }

    SampleMeeting(String id) {
        this(id, "badge-1", START);
    }

    MeetingId id() {
        return id;
    }

    long version() {
        return version;
    }

    MeetingHead head() {
        return new MeetingHead(
                id,
                device,
                startedAt,
                phase,
                aliveAt,
                lastSnippetAt,
                snippetCount,
                mergedSnippets,
                segmentCount,
                coveredSegments,
                notes,
                quality,
                Invitation.of(code));
    }

    /// The head as it is, and nothing else.
    MeetingStep next() {
        return step(List.of(), List.of());
    }

    MeetingStep said(Instant at, String... texts) {
        List<Snippet> snippets = new ArrayList<>();
        for (String text : texts) {
            snippets.add(new Snippet(++snippetCount, at, "speech", "Li", text));
        }
        lastSnippetAt = at;
        aliveAt = at;
        return step(snippets, List.of());
    }

    /// All snippets so far become part of segments with these texts.
    MeetingStep merged(String... texts) {
        List<Segment> segments = new ArrayList<>();
        for (String text : texts) {
            segments.add(new Segment(++segmentCount, lastSnippetAt, "Li", text));
        }
        mergedSnippets = snippetCount;
        return step(List.of(), segments);
    }

    MeetingStep noted(Notes notes, Quality quality, long coveredSegments) {
        this.notes = notes;
        this.quality = quality;
        this.coveredSegments = coveredSegments;
        return next();
    }

    /// These guests are new, or have changed.
    MeetingStep joined(Joined... guests) {
        version++;
        return new MeetingStep(
                head(), version - 1, List.of(), List.of(), List.of(), List.of(guests));
    }

    MeetingStep invitingWith(Optional<JoinCode> code) {
        this.code = code;
        return next();
    }

    MeetingStep in(Phase phase) {
        this.phase = phase;
        return next();
    }

    MeetingStep finalized(boolean delivered) {
        return in(finalizedPhase(new Quality.Full(), delivered));
    }

    Phase finalizedPhase(Quality quality, boolean delivered) {
        Minutes minutes =
                new Minutes(
                        "周会 🚀",
                        List.of("预算通过", "Budget \"approved\""),
                        List.of("Ship on Friday"),
                        List.of("Li 写测试"),
                        List.of(),
                        List.of("Next call"));
        Duration length = Duration.ofMinutes(10);
        Summary summary = new Summary(id, minutes, length, 12, false, "extractive", quality);
        return new Phase.Finalized(startedAt.plus(length), summary, delivered);
    }

    private MeetingStep step(List<Snippet> snippets, List<Segment> segments) {
        version++;
        return new MeetingStep(head(), version - 1, snippets, segments);
    }
}
