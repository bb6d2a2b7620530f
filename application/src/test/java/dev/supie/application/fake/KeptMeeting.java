package dev.supie.application.fake;

import dev.supie.application.meeting.port.MeetingStep;
import dev.supie.application.meeting.port.StoreException;
import dev.supie.application.meeting.port.StoredMeeting;
import dev.supie.domain.kernel.DeviceId;
import dev.supie.domain.meeting.Intake;
import dev.supie.domain.meeting.Joined;
import dev.supie.domain.meeting.MeetingHead;
import dev.supie.domain.meeting.Segment;
import dev.supie.domain.meeting.Snippet;
import dev.supie.domain.meeting.Transcript;
import dev.supie.domain.meeting.Window;

import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// One meeting of [InMemoryMeetingStore] with all its rows. Not safe for many threads by itself.
final class KeptMeeting {

    private final TreeMap<Long, Snippet> snippets = new TreeMap<>();
    private final TreeMap<Long, Segment> segments = new TreeMap<>();
    private final Map<DeviceId, Joined> joined = new LinkedHashMap<>();
    private MeetingHead head;
    private long version;

    KeptMeeting(MeetingHead head) {
        this.head = KeptForm.of(head);
    }

    MeetingHead head() {
        return head;
    }

    /// 0 until a step was added.
    long version() {
        return version;
    }

    Collection<Segment> segments() {
        return segments.values();
    }

    /// In the order in which they came first.
    List<Joined> joined() {
        return List.copyOf(joined.values());
    }

    /// Snippets and segments.
    int rows() {
        return snippets.size() + segments.size();
    }

    /// Adds all of a step, or nothing if a number in it was used before.
    void add(MeetingStep step) {
        refuseUsedNumbers(snippets, step.snippets().stream().map(Snippet::number).toList());
        refuseUsedNumbers(segments, step.segments().stream().map(Segment::number).toList());
        head = KeptForm.of(step.head());
        version++;
        step.snippets().forEach(snippet -> snippets.put(snippet.number(), KeptForm.of(snippet)));
        step.segments().forEach(segment -> segments.put(segment.number(), KeptForm.of(segment)));
        step.joined().forEach(guest -> joined.put(guest.device(), KeptForm.of(guest)));
        snippets.values().removeIf(snippet -> !isNeeded(snippet));
    }

    StoredMeeting stored() {
        List<Segment> tail =
                segments.descendingMap().values().stream()
                        .limit(Transcript.TAIL_MAX)
                        .toList()
                        .reversed();
        List<Window> open =
                segments.tailMap(head.coveredSegments(), false).values().stream()
                        .map(KeptMeeting::windowOf)
                        .toList();
        return new StoredMeeting(
                head, version, List.copyOf(snippets.values()), tail, open, joined());
    }

    private boolean isNeeded(Snippet snippet) {
        Instant forgottenBefore = head.lastSnippetAt().minus(Intake.REPEAT_WINDOW);
        return snippet.number() > head.mergedSnippets() || !snippet.at().isBefore(forgottenBefore);
    }

    private static Window windowOf(Segment segment) {
        return new Window(segment.number(), segment.number(), segment.text().length());
    }

    private static void refuseUsedNumbers(Map<Long, ?> used, List<Long> numbers) {
        Set<Long> seen = new HashSet<>(used.keySet());
        for (Long number : numbers) {
            if (!seen.add(number)) {
                throw new StoreException(
                        "number " + number + " was used before", new IllegalStateException());
            }
        }
    }
}
