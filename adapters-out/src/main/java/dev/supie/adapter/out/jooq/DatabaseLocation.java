package dev.supie.adapter.out.jooq;

import java.nio.file.Path;

/// Where the data is kept.
public sealed interface DatabaseLocation {

    /// An embedded database in a folder of this machine, made if it is missing. One process at a
    /// time may use it.
    record Folder(Path path) implements DatabaseLocation {}

    /// A PostgreSQL server. What it promises of a commit is up to its own settings.
    ///
    /// @param url a JDBC URL, `jdbc:postgresql://host:port/name`
    record Server(String url, String user, String password) implements DatabaseLocation {

        /// Such a server has tools of its own, which know it better.
        public static final String BACKED_UP_THERE =
                "the data is on a PostgreSQL server: back it up there with pg_dump, restore it with"
                        + " pg_restore, and copy the secrets of the data folder beside it";

        /// Names the user only: the password, and one hidden in the URL, must not reach a log.
        @Override
        public String toString() {
            return "Server[user=" + user + "]";
        }
    }
}
