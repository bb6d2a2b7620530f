package dev.supie.adapter.out.jooq;

import dev.supie.application.archive.port.MeetingDisposal;
import dev.supie.application.contract.MeetingContentContract;
import dev.supie.application.contract.MeetingDisposalContract;
import dev.supie.application.contract.MeetingGuestsContract;
import dev.supie.application.contract.MeetingListsContract;
import dev.supie.application.contract.MeetingStoreContract;
import dev.supie.application.meeting.port.MeetingArchive;
import dev.supie.application.meeting.port.MeetingStore;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;

/// The contract of meetings, kept by the embedded database.
class H2MeetingStoreTest {

    private JooqDatabase database;

    @BeforeEach
    void open(@TempDir Path folder) throws DatabaseOpenException {
        database = JooqDatabase.open(new DatabaseLocation.Folder(folder));
    }

    @AfterEach
    void close() {
        database.close();
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
