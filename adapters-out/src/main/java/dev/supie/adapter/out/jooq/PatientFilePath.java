package dev.supie.adapter.out.jooq;

import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Files of the embedded database whose writes wait while the disk is full ([PatientFile], ADR
/// 0028). Public because H2 makes them itself.
public final class PatientFilePath extends FilePathWrapper {

    private static final String SCHEME = "patient";

    /// What names of files have in them whose writes wait.
    private static final Set<String> WAITING = ConcurrentHashMap.newKeySet();

    /// What H2 has open, by its name for it.
    private static final Map<String, PatientFile> OPEN = new ConcurrentHashMap<>();

    /// For H2.
    public PatientFilePath() {}

    /// The prefix of names of files that H2 then treats so.
    static String prefix() {
        FilePath.register(new PatientFilePath());
        return SCHEME + ":" + DirectFilePath.prefix();
    }

    /// What is written to these files waits for room from now on. Before it fails, because who only
    /// opens a database wants to know.
    static void beginToWait(Path beginning) {
        WAITING.add(named(beginning));
    }

    /// What waits for room for these files fails now, and nothing waits any more.
    static void giveUp(Path beginning) {
        WAITING.remove(named(beginning));
    }

    /// As H2 names files on every system.
    private static String named(Path beginning) {
        return beginning.toString().replace('\\', '/');
    }

    @Override
    public String getScheme() {
        return SCHEME;
    }

    @Override
    public FileChannel open(String mode) throws IOException {
        PatientFile file =
                new PatientFile(
                        new SealedFile(super.open(mode)),
                        this::isToWait,
                        closed -> OPEN.remove(name, closed));
        OPEN.put(name, file);
        return file;
    }

    /// What H2 reads and writes a file by. Another channel on the same file would, when it is
    /// closed, drop H2's lock of it on POSIX.
    ///
    /// @param name as H2 has it
    static Optional<FileChannel> opened(String name) {
        return Optional.ofNullable(OPEN.get(name));
    }

    private boolean isToWait() {
        return WAITING.stream().anyMatch(name::contains);
    }
}
