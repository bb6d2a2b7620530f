package dev.supie.adapter.out.backup;

import dev.supie.application.administration.port.BackupRefusedException;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/// A data folder as it was at one moment, until [#close]. The copy of its database has no name in
/// the folder, so that not even a kill leaves it behind.
public final class FolderBackup implements AutoCloseable {

    private static final String DRAFT = ".backup";

    private final FileChannel database;
    private final String schema;
    private final Map<String, byte[]> secrets;

    private FolderBackup(FileChannel database, String schema, Map<String, byte[]> secrets) {
        this.database = database;
        this.schema = schema;
        this.secrets = secrets;
    }

    /// @throws BackupRefusedException if the database cannot be copied, or not now
    public static FolderBackup of(Path folder, DatabaseCopy copy)
            throws BackupRefusedException, IOException {
        FileChannel database = draft(folder.resolve(DRAFT));
        boolean done = false;
        try {
            String schema = copy.writeTo(Channels.newOutputStream(database));
            FolderBackup backup = new FolderBackup(database, schema, secrets(folder));
            done = true;
            return backup;
        } finally {
            if (!done) {
                database.close();
            }
        }
    }

    /// POSIX takes its name away at once.
    private static FileChannel draft(Path file) throws IOException {
        Files.deleteIfExists(file);
        return FileChannel.open(
                file,
                Set.of(
                        StandardOpenOption.CREATE_NEW,
                        StandardOpenOption.READ,
                        StandardOpenOption.WRITE,
                        StandardOpenOption.DELETE_ON_CLOSE),
                OwnFiles.fileAttributes(file));
    }

    private static Map<String, byte[]> secrets(Path folder)
            throws IOException, BackupRefusedException {
        Map<String, byte[]> secrets = new LinkedHashMap<>();
        for (String name : Contents.SECRETS) {
            Path file = folder.resolve(name);
            if (Files.exists(file)) {
                if (Files.size(file) > Contents.SECRET_BYTES_MAX) {
                    throw new BackupRefusedException(
                            file + " is larger than " + Contents.SECRET_BYTES_MAX + " bytes");
                }
                secrets.put(name, Files.readAllBytes(file));
            }
        }
        return secrets;
    }

    /// Leaves `out` open. Once.
    ///
    /// @param supie the version of this program
    public void writeTo(OutputStream out, String supie, Instant made) throws IOException {
        database.position(0);
        // Not closed: that would close the channel, which is done in any case.
        InputStream content = Channels.newInputStream(database);
        new BackupWriter(supie, made).write(schema, content, secrets, out);
    }

    @Override
    public void close() throws IOException {
        database.close();
    }
}
