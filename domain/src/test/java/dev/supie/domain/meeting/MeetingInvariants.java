package dev.supie.domain.meeting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.supie.domain.kernel.DeviceId;
import dev.supie.domain.kernel.SessionId;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What holds of every meeting at every moment.
final class MeetingInvariants {

    private static final int WINDOW_MAX = MeetingExamples.SETTINGS.windowCharsMax();

    private MeetingInvariants() {}

    static void check(Meeting meeting, List<Segment> stored) {
        Material material = meeting.material();
        everyListHasItsLimit(material);
        everythingIsCounted(meeting, stored);
        windowsCoverTheRestWithoutGapOrOverlap(material.transcript(), stored);
        theWindowThatIsReadIsTheOldest(material);
    }

    /// Nobody sits on two chairs, and the store knows of every guest.
    static void check(Company company, Map<DeviceId, Joined> stored) {
        assertTrue(company.guests().size() < MeetingExamples.SETTINGS.membersMax());
        assertEquals(
                stored,
                company.guests().stream().collect(Collectors.toMap(Guest::device, Guest::joined)));
        List<SessionId> sessions =
                Stream.concat(
                                Stream.of(company.owner()),
                                company.guests().stream().map(Guest::attachment))
                        .flatMap(attachment -> attachment.reach().stream())
                        .toList();
        assertEquals(Set.copyOf(sessions).size(), sessions.size(), () -> "twice in " + sessions);
    }

    private static void everyListHasItsLimit(Material material) {
        Intake intake = material.intake();
        assertTrue(intake.pending().size() <= Intake.PENDING_MAX);
        assertTrue(intake.recent().size() <= Intake.RATE_MAX * Intake.REPEAT_WINDOW.toSeconds());
        Transcript transcript = material.transcript();
        assertTrue(transcript.tail().size() <= Transcript.TAIL_MAX);
        assertTrue(transcript.open().size() < Transcript.OPEN_MAX + Intake.PENDING_MAX);
        Notes notes = material.digest().notes();
        assertTrue(notes.bullets().size() <= Notes.BULLETS_MAX);
        for (List<Note> others :
                List.of(notes.decisions(), notes.actions(), notes.risks(), notes.nextSteps())) {
            assertTrue(others.size() <= Notes.OTHERS_MAX);
        }
    }

    private static void everythingIsCounted(Meeting meeting, List<Segment> stored) {
        Transcript transcript = meeting.material().transcript();
        Intake intake = meeting.material().intake();
        assertEquals(stored.size(), transcript.count());
        assertEquals(intake.lastNumber(), transcript.mergedSnippets() + intake.pending().size());
        if (!(meeting instanceof Meeting.Finalized)) {
            int first = Math.max(0, stored.size() - Transcript.TAIL_MAX);
            assertEquals(stored.subList(first, stored.size()), transcript.tail());
        }
    }

    private static void windowsCoverTheRestWithoutGapOrOverlap(
            Transcript transcript, List<Segment> stored) {
        long next = transcript.coveredSegments() + 1;
        for (Window window : transcript.open()) {
            assertEquals(next, window.first());
            int chars =
                    stored.subList((int) window.first() - 1, (int) window.last()).stream()
                            .mapToInt(segment -> segment.text().length())
                            .sum();
            assertEquals(chars, window.chars());
            assertTrue(chars <= WINDOW_MAX, () -> "a call would read " + chars);
            next = window.last() + 1;
        }
        assertEquals(transcript.count() + 1, next);
    }

    /// Which also says that it does not grow: the piece was asked for as it was then.
    private static void theWindowThatIsReadIsTheOldest(Material material) {
        Window read =
                switch (material.digest().drafting()) {
                    case Drafting.Idle _ -> Window.NONE;
                    case Drafting.InFlight flight -> flight.piece().window();
                    case Drafting.Resting resting -> resting.piece().window();
                };
        if (!read.equals(Window.NONE)) {
            assertEquals(material.transcript().open().getFirst(), read);
        }
    }
}
