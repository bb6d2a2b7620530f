package dev.supie.adapter.out.jooq;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.supie.application.fixture.HeldMeeting;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Collections;

/// MTG-11: a process that ends while it gives rows back leaves enough for the next one to go on.
class RemovalAfterRestartTest {

    private static final Instant MORNING = Instant.parse("2026-11-20T09:00:00Z");

    @Test
    void theNextProcessGivesTheRestBack(@TempDir Path folder) throws DatabaseOpenException {
        var location = new DatabaseLocation.Folder(folder);
        HeldMeeting meeting =
                new HeldMeeting("m1", MORNING).saying(Collections.nCopies(1200, "said"));
        try (JooqDatabase database = JooqDatabase.open(location)) {
            meeting.finishedIn(database.meetings(), true);
            database.disposal().dispose(meeting.id());
            assertEquals(500, database.disposal().clear(500));
        }

        try (JooqDatabase database = JooqDatabase.open(location)) {
            assertEquals(0, database.archive().transcript(meeting.id(), 0, 10).size());
            assertEquals(500, database.disposal().clear(500));
            // The last segments, and the note that there were some.
            assertEquals(201, database.disposal().clear(500));
            assertEquals(0, database.disposal().clear(500));
        }
    }
}
