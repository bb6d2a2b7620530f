package dev.supie.adapter.out.jooq;

import org.h2.message.DbException;
import org.h2.mvstore.FileStore;
import org.h2.mvstore.MVStoreException;
import org.h2.mvstore.db.Store;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/// What H2's `BACKUP TO` does, into a stream, without squeezing, and in larger pieces: each of
/// H2's, of 4 KiB, is read by another thread ([DatabaseAccess#embedded]), while everybody who wants
/// to write waits (ADR 0027).
final class EmbeddedCopy {

    private static final int PIECE_BYTES = 256 * 1024;

    private static final String SCHEMA =
            "SELECT \"version\" FROM \"flyway_schema_history\" WHERE \"version\" IS NOT NULL"
                    + " ORDER BY \"installed_rank\" DESC FETCH FIRST ROW ONLY";

    private EmbeddedCopy() {}

    /// Nobody may write meanwhile.
    ///
    /// @return the version of the tables
    /// @throws IOException if `to` throws it, or the file cannot be read
    static String write(Connection connection, OutputStream to) throws SQLException, IOException {
        String schema = schema(connection);
        Store store = EmbeddedSession.database(connection).getStore();
        try {
            store.flush();
        } catch (DbException | MVStoreException e) {
            throw DbException.toSQLException(e);
        }
        copy(store.getMvStore().getFileStore(), to);
        return schema;
    }

    /// What is there stays where it is meanwhile, whatever H2 does by itself.
    private static void copy(FileStore<?> store, OutputStream to) throws IOException {
        FileChannel file =
                PatientFilePath.opened(store.getFileName())
                        .orElseThrow(() -> new IllegalStateException("not an embedded database"));
        boolean reused = store.isSpaceReused();
        store.setReuseSpace(false);
        try {
            byte[] piece = new byte[PIECE_BYTES];
            long position = 0;
            int length = file.read(ByteBuffer.wrap(piece), position);
            while (length >= 0) {
                to.write(piece, 0, length);
                position += length;
                length = file.read(ByteBuffer.wrap(piece), position);
            }
        } finally {
            store.setReuseSpace(reused);
        }
    }

    private static String schema(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet versions = statement.executeQuery(SCHEMA)) {
            return versions.next() ? versions.getString(1) : "0";
        }
    }
}
