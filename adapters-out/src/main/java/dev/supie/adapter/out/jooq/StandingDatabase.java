package dev.supie.adapter.out.jooq;

import dev.supie.application.administration.port.BackupRefusedException;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;

/// The embedded database of a server that does not run, from [#claim] to [#close], so that none can
/// start meanwhile. Its tables stay as they are, of whatever version.
public final class StandingDatabase implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(StandingDatabase.class.getName());

    private final DataFolder folder;
    private final Connection connection;

    private StandingDatabase(DataFolder folder, Connection connection) {
        this.folder = folder;
        this.connection = connection;
    }

    /// @throws DataFolderInUseException if a server runs
    public static StandingDatabase claim(Path path) throws DatabaseOpenException {
        if (!Files.exists(DatabaseAccess.file(path))) {
            throw new DataFolderUnusableException(path, "there is no database in it", null);
        }
        DataFolder folder = DataFolder.claim(path);
        try {
            return new StandingDatabase(folder, JooqDatabase.firstConnection(folder.path()));
        } catch (DatabaseOpenException | RuntimeException e) {
            folder.close();
            throw e;
        }
    }

    /// However long it takes.
    ///
    /// @return the version of its tables
    public String copyTo(OutputStream to) throws BackupRefusedException, IOException {
        try {
            return EmbeddedCopy.write(connection, to);
        } catch (SQLException e) {
            LOG.log(System.Logger.Level.DEBUG, "the database cannot be read", e);
            throw new BackupRefusedException(
                    "the database of "
                            + folder.path()
                            + " cannot be read (H2 says "
                            + e.getErrorCode()
                            + ")");
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            LOG.log(System.Logger.Level.WARNING, "the database was not closed in order", e);
        } finally {
            folder.close();
        }
    }
}
