package dev.supie.adapter.out.jooq;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.supie.adapter.out.jooq.JsonDocuments.RatedNotes;
import dev.supie.application.meeting.port.StoreException;
import dev.supie.domain.meeting.MeetingId;
import dev.supie.domain.meeting.Minutes;
import dev.supie.domain.meeting.Note;
import dev.supie.domain.meeting.Notes;
import dev.supie.domain.meeting.Quality;
import dev.supie.domain.meeting.Summary;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;

/// Documents that another version of the program wrote.
class JsonDocumentsTest {

    @Test
    void fieldsOfALaterVersionAreIgnored() {
        String json =
                """
                {"title":"t","bullets":[{"text":"b","segment":3,"mood":"good"}],"later":{"a":1}}
                """;
        RatedNotes read = JsonDocuments.readNotes(json);
        assertEquals("t", read.notes().title());
        assertEquals(List.of(new Note("b", 3)), read.notes().bullets());
        assertEquals(new Quality.Full(), read.quality());
    }

    @Test
    void fieldsThatAnEarlierVersionDidNotWriteAreEmpty() {
        assertEquals(
                new RatedNotes(Notes.EMPTY, new Quality.Full()), JsonDocuments.readNotes("{}"));
        Minutes nothing = new Minutes("", List.of(), List.of(), List.of(), List.of(), List.of());
        MeetingId id = new MeetingId("m1");
        assertEquals(
                new Summary(id, nothing, Duration.ZERO, 0, false, "", new Quality.Full()),
                JsonDocuments.readSummary(id, "{}"));
    }

    @Test
    void charactersThatTheDatabaseCannotKeepAreNotWritten() {
        Notes notes =
                new Notes("\ud83d \u0000", List.of(), List.of(), List.of(), List.of(), List.of());
        String json = JsonDocuments.write(notes, new Quality.Full());
        assertFalse(json.contains("\u0000"));
        assertFalse(json.contains("\ud83d"));
    }

    @Test
    void brokenJsonIsAFailureOfTheStore() {
        assertThrows(StoreException.class, () -> JsonDocuments.readNotes("{"));
    }
}
