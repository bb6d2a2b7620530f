package dev.supie.adapter.out.jooq;

import dev.supie.application.archive.port.MeetingDisposal;
import dev.supie.application.contract.MeetingContentContract;
import dev.supie.application.contract.MeetingDisposalContract;
import dev.supie.application.contract.MeetingGuestsContract;
import dev.supie.application.contract.MeetingListsContract;
import dev.supie.application.contract.MeetingStoreContract;
import dev.supie.application.meeting.port.MeetingArchive;
import dev.supie.application.meeting.port.MeetingStore;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.RegisterExtension;

/// The contract of meetings, kept by the PostgreSQL, with the same migrations and the same SQL.
@EnabledOnOs(
        value = OS.LINUX,
        architectures = "amd64",
        disabledReason = "the server's binaries are those for Linux on amd64")
class PostgresMeetingStoreTest {

    @RegisterExtension
    static final OnPostgres POSTGRES =
            new OnPostgres("removed_meetings", "segments", "snippets", "guests", "meetings");

    @Nested
    class Steps extends MeetingStoreContract {
        @Override
        protected MeetingStore store() {
            return POSTGRES.database().meetings();
        }

        @Override
        protected MeetingArchive archive() {
            return POSTGRES.database().archive();
        }
    }

    @Nested
    class Content extends MeetingContentContract {
        @Override
        protected MeetingStore store() {
            return POSTGRES.database().meetings();
        }

        @Override
        protected MeetingArchive archive() {
            return POSTGRES.database().archive();
        }
    }

    @Nested
    class Removal extends MeetingDisposalContract {
        @Override
        protected MeetingStore store() {
            return POSTGRES.database().meetings();
        }

        @Override
        protected MeetingArchive archive() {
            return POSTGRES.database().archive();
        }

        @Override
        protected MeetingDisposal disposal() {
            return POSTGRES.database().disposal();
        }
    }

    @Nested
    class Guests extends MeetingGuestsContract {
        @Override
        protected MeetingStore store() {
            return POSTGRES.database().meetings();
        }

        @Override
        protected MeetingArchive archive() {
            return POSTGRES.database().archive();
        }

        @Override
        protected MeetingDisposal disposal() {
            return POSTGRES.database().disposal();
        }
    }

    @Nested
    class Lists extends MeetingListsContract {
        @Override
        protected MeetingStore store() {
            return POSTGRES.database().meetings();
        }

        @Override
        protected MeetingArchive archive() {
            return POSTGRES.database().archive();
        }
    }
}
