package dev.supie.bootstrap.backup;

import dev.supie.adapter.out.backup.BackupFile;
import dev.supie.adapter.out.backup.BackupUnusableException;
import dev.supie.adapter.out.backup.FolderBackup;
import dev.supie.adapter.out.backup.FolderRestore;
import dev.supie.adapter.out.backup.OwnFiles;
import dev.supie.adapter.out.jooq.DataFolderInUseException;
import dev.supie.adapter.out.jooq.DatabaseLocation;
import dev.supie.adapter.out.jooq.DatabaseOpenException;
import dev.supie.adapter.out.jooq.StandingDatabase;
import dev.supie.application.administration.port.BackupRefusedException;
import dev.supie.bootstrap.cli.RunningServer;
import dev.supie.bootstrap.cli.Version;
import dev.supie.bootstrap.remote.RemoteServer;
import dev.supie.bootstrap.remote.RemoteServerException;
import dev.supie.bootstrap.remote.SignOfLife;
import dev.supie.bootstrap.server.DataFiles;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// Writes a backup: through the server if it runs, else from its data folder, which no server can
/// begin to use meanwhile. The file is there once it is whole and was read back.
public final class Backup {

    private static final int FAILED = 1;

    private Backup() {}

    /// Gives the exit status.
    ///
    /// @param err is told why it is not 0
    public static int make(Path file, RunningServer server, PrintWriter out, PrintWriter err) {
        try {
            long bytes = written(file.toAbsolutePath(), server);
            out.println("wrote " + file + " (" + bytes + " bytes); it holds secrets");
            return 0;
        } catch (RemoteServerException
                | BackupRefusedException
                | BackupUnusableException
                | DatabaseOpenException failure) {
            err.println("supie: " + failure.getMessage());
        } catch (IOException failure) {
            err.println("supie: a file cannot be read or written: " + failure);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        return FAILED;
    }

    private static long written(Path file, RunningServer server)
            throws RemoteServerException,
                    BackupRefusedException,
                    BackupUnusableException,
                    DatabaseOpenException,
                    IOException,
                    InterruptedException {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        for (Path each : List.of(file, part)) {
            if (Files.exists(each)) {
                throw new BackupRefusedException(
                        each + " is there already, and nothing is ever overwritten");
            }
        }
        OwnFiles.make(part);
        try {
            try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
                write(server, Channels.newOutputStream(channel));
                channel.force(true);
            }
            try (BackupFile backup = BackupFile.open(part)) {
                backup.check();
            }
            Files.move(part, file);
            return Files.size(file);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    /// Whoever names a server means that one.
    private static void write(RunningServer server, OutputStream to)
            throws RemoteServerException,
                    BackupRefusedException,
                    DatabaseOpenException,
                    IOException,
                    InterruptedException {
        if (server.url().isPresent() || server.tokenFile().isPresent()) {
            download(server, to);
            return;
        }
        if (server.config().data().url().isPresent()) {
            throw new BackupRefusedException(DatabaseLocation.Server.BACKED_UP_THERE);
        }
        Optional<String> obstacle = FolderRestore.obstacle(server.dataFolder());
        if (obstacle.isPresent()) {
            throw new BackupRefusedException(obstacle.get());
        }
        try (StandingDatabase database = StandingDatabase.claim(server.dataFolder())) {
            refuseWhatNobodyUses(server.dataFolder());
            copy(server.dataFolder(), database, to);
        } catch (DataFolderInUseException _) {
            download(server, to);
        }
    }

    /// A server with `data.url` leaves a database that was in its folder before lying there,
    /// unclaimed; whoever took that for a backup of the server would learn it on a bad day.
    private static void refuseWhatNobodyUses(Path folder)
            throws BackupRefusedException, RemoteServerException, InterruptedException {
        Optional<URI> answering = SignOfLife.of(folder);
        if (answering.isPresent()) {
            Path written = folder.resolve(DataFiles.HTTP_URL);
            throw new BackupRefusedException(
                    "the server at "
                            + answering.get()
                            + " does not use the database that is in "
                            + folder
                            + "; if data.url is set there, "
                            + DatabaseLocation.Server.BACKED_UP_THERE
                            + "; if it is the server of another folder, take away "
                            + written
                            + " and try again");
        }
    }

    private static void copy(Path folder, StandingDatabase database, OutputStream to)
            throws BackupRefusedException, IOException {
        try (FolderBackup backup = FolderBackup.of(folder, database::copyTo)) {
            backup.writeTo(to, Version.current(), InstantSource.system().instant());
        }
    }

    private static void download(RunningServer server, OutputStream to)
            throws RemoteServerException, IOException, InterruptedException {
        try (RemoteServer remote = RemoteServer.of(server)) {
            remote.download("/supie/admin/backup", to);
        }
    }
}
