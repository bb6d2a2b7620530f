package dev.supie.adapter.out.jooq;

import dev.supie.application.meeting.port.MeetingStep;
import dev.supie.application.meeting.port.MeetingStore;
import dev.supie.application.meeting.port.StoredMeeting;
import dev.supie.domain.kernel.DeviceId;
import dev.supie.domain.meeting.MeetingHead;
import dev.supie.domain.meeting.MeetingId;
import dev.supie.domain.meeting.Notes;
import dev.supie.domain.meeting.Quality;
import dev.supie.domain.meeting.Snippet;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/// Stores snippets of several meetings as fast as it can and acknowledges each on its output, until
/// it is killed. On a folder that it has worked on before it goes on with the meetings there.
final class CommittingProcess {

    static final int WRITERS = 4;

    private static final Instant START = Instant.parse("2026-03-01T09:00:00Z");

    private CommittingProcess() {}

    public static void main(String[] arguments) throws DatabaseOpenException {
        JooqDatabase database =
                JooqDatabase.open(new DatabaseLocation.Folder(Path.of(arguments[0])));
        MeetingStore meetings = database.meetings();
        for (int writer = 0; writer < WRITERS; writer++) {
            String id = "m" + writer;
            Thread.ofPlatform().start(() -> storeForever(meetings, id, System.out));
        }
    }

    private static void storeForever(MeetingStore meetings, String id, PrintStream output) {
        long stored = meetings.load(new MeetingId(id)).map(StoredMeeting::version).orElse(0L);
        for (long number = stored + 1; ; number++) {
            meetings.save(step(id, number));
            output.println(id + " " + number);
        }
    }

    /// The step that stores the snippet of this number, the first being 1.
    static MeetingStep step(String id, long number) {
        Snippet snippet = new Snippet(number, START, "speech", "Li", "line " + number);
        return new MeetingStep(head(id, number), number - 1, List.of(snippet), List.of());
    }

    private static MeetingHead head(String id, long snippets) {
        return new MeetingHead(
                new MeetingId(id),
                new DeviceId("badge"),
                START,
                new MeetingHead.Phase.Recording(),
                START,
                START,
                snippets,
                0,
                0,
                0,
                Notes.EMPTY,
                new Quality.Full());
    }
}
