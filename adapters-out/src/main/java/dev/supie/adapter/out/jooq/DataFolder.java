package dev.supie.adapter.out.jooq;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;

/// A folder that this process alone works in, from [#claim] to [#close].
///
/// The claim is a lock of the operating system on `supie.lock`, so it ends with the process however
/// that ends; the file itself stays and holds its owner's process id.
final class DataFolder implements AutoCloseable {

    private static final Logger LOG = System.getLogger(DataFolder.class.getName());

    private static final String LOCK_FILE = "supie.lock";

    /// Far behind the text: where locks are mandatory the others can still read who the owner is.
    private static final long LOCKED_BYTE = Long.MAX_VALUE - 1;

    private static final int OWNER_BYTES_MAX = 32;

    /// Folders claimed in this process; guarded by the class. On POSIX, closing any channel on a
    /// file drops all locks the process holds on it, so a second claim must fail before it touches
    /// the file. And a channel that nobody holds is closed by the garbage collector.
    private static final Map<Path, DataFolder> CLAIMED = new HashMap<>();

    private final Path path;
    private final FileChannel lockFile;

    private DataFolder(Path path, FileChannel lockFile) {
        this.path = path;
        this.lockFile = lockFile;
    }

    /// Makes the folder if it is missing and claims it.
    static DataFolder claim(Path folder) throws DatabaseOpenException {
        Path path = made(folder);
        synchronized (DataFolder.class) {
            if (CLAIMED.containsKey(path)) {
                OptionalLong ourselves = OptionalLong.of(ProcessHandle.current().pid());
                throw new DataFolderInUseException(path, ourselves, null);
            }
            try {
                DataFolder claimed = locked(path);
                CLAIMED.put(path, claimed);
                return claimed;
            } catch (IOException e) {
                throw new DataFolderUnusableException(path, "no file can be written in it", e);
            }
        }
    }

    Path path() {
        return path;
    }

    @Override
    public void close() {
        synchronized (DataFolder.class) {
            try {
                lockFile.close();
            } catch (IOException e) {
                // The lock ends with the process at the latest; nothing is lost by going on.
                LOG.log(Level.WARNING, "the data folder was not given up in order", e);
            }
            CLAIMED.remove(path, this);
        }
    }

    private static Path made(Path folder) throws DataFolderUnusableException {
        try {
            Files.createDirectories(folder);
            return folder.toRealPath();
        } catch (FileAlreadyExistsException e) {
            throw new DataFolderUnusableException(folder, "there is a file of that name", e);
        } catch (IOException e) {
            throw new DataFolderUnusableException(folder, "it cannot be created or read", e);
        }
    }

    private static DataFolder locked(Path path) throws IOException, DataFolderInUseException {
        FileChannel channel =
                FileChannel.open(
                        path.resolve(LOCK_FILE),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.READ,
                        StandardOpenOption.WRITE);
        try {
            FileLock lock = channel.tryLock(LOCKED_BYTE, 1, false);
            if (lock == null) {
                throw new DataFolderInUseException(path, owner(channel), null);
            }
            noteOwner(channel);
            return new DataFolder(path, channel);
        } catch (IOException | DataFolderInUseException e) {
            channel.close();
            throw e;
        }
    }

    /// Only to be read by people, so it may fail: on a full disk what is there can still be read.
    private static void noteOwner(FileChannel channel) {
        String pid = ProcessHandle.current().pid() + "\n";
        try {
            channel.truncate(0);
            channel.write(ByteBuffer.wrap(pid.getBytes(StandardCharsets.US_ASCII)), 0);
        } catch (IOException e) {
            LOG.log(Level.WARNING, "the data folder cannot be written to: {0}", e.getMessage());
        }
    }

    /// The owner may be just about to write its id; then it stays unknown.
    private static OptionalLong owner(FileChannel channel) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(OWNER_BYTES_MAX);
        channel.read(bytes, 0);
        String text = StandardCharsets.US_ASCII.decode(bytes.flip()).toString().strip();
        return text.matches("[0-9]{1,18}")
                ? OptionalLong.of(Long.parseLong(text))
                : OptionalLong.empty();
    }
}
