package dev.supie.adapter.out.jooq;

import dev.supie.application.archive.port.MeetingDisposal;
import dev.supie.application.contract.MeetingContentContract;
import dev.supie.application.contract.MeetingDisposalContract;
import dev.supie.application.contract.MeetingGuestsContract;
import dev.supie.application.contract.MeetingListsContract;
import dev.supie.application.contract.MeetingStoreContract;
import dev.supie.application.meeting.port.MeetingArchive;
import dev.supie.application.meeting.port.MeetingStore;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

import java.io.IOException;
import java.sql.SQLException;

/// The contract of meetings, kept by the PostgreSQL, with the same migrations and the same SQL.
@EnabledOnOs(
        value = OS.LINUX,
        architectures = "amd64",
        disabledReason = "the server's binaries are those for Linux on amd64")
class PostgresMeetingStoreTest {

    private static EmbeddedServer server;
    private static JooqDatabase database;

    @BeforeAll
    static void open() throws IOException, DatabaseOpenException {
        server = new EmbeddedServer();
        database = JooqDatabase.open(server.location());
    }

    @AfterAll
    static void close() throws IOException {
        database.close();
        server.close();
    }

    @BeforeEach
    void empty() throws SQLException {
        server.run("TRUNCATE meetings, guests, snippets, segments, removed_meetings");
    }

    @Nested
    class Steps extends MeetingStoreContract {
        @Override
        protected MeetingStore store() {
            return database.meetings();
        }

        @Override
        protected MeetingArchive archive() {
            return database.archive();
        }
    }

    @Nested
    class Content extends MeetingContentContract {
        @Override
        protected MeetingStore store() {
            return database.meetings();
        }

        @Override
        protected MeetingArchive archive() {
            return database.archive();
        }
    }

    @Nested
    class Removal extends MeetingDisposalContract {
        @Override
        protected MeetingStore store() {
            return database.meetings();
        }

        @Override
        protected MeetingArchive archive() {
            return database.archive();
        }

        @Override
        protected MeetingDisposal disposal() {
            return database.disposal();
        }
    }

    @Nested
    class Guests extends MeetingGuestsContract {
        @Override
        protected MeetingStore store() {
            return database.meetings();
        }

        @Override
        protected MeetingArchive archive() {
            return database.archive();
        }

        @Override
        protected MeetingDisposal disposal() {
            return database.disposal();
        }
    }

    @Nested
    class Lists extends MeetingListsContract {
        @Override
        protected MeetingStore store() {
            return database.meetings();
        }

        @Override
        protected MeetingArchive archive() {
            return database.archive();
        }
    }
}
