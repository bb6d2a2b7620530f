package dev.supie.adapter.out.jooq;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// A disk of a few megabytes, in memory, that can be filled up. Needs the right to mount, which
/// root has.
final class SmallDisk implements AutoCloseable {

    private static final int END_SECONDS_MAX = 20;
    private static final int STEP_BYTES = 64 * 1024;

    private final Path folder;

    private SmallDisk(Path folder) {
        this.folder = folder;
    }

    /// @param folder an empty one
    static SmallDisk mounted(Path folder, int mebibytes) throws IOException {
        if (!run("mount", "-t", "tmpfs", "-o", "size=" + mebibytes + "m", "tmpfs", folder)) {
            throw new IOException("nothing can be mounted here");
        }
        return new SmallDisk(folder);
    }

    /// Whether this process may mount a disk at all.
    static boolean isPermitted() {
        try {
            Path folder = Files.createTempDirectory("supie-mount");
            try (SmallDisk disk = mounted(folder, 1)) {
                return Files.isDirectory(disk.folder());
            } finally {
                Files.deleteIfExists(folder);
            }
        } catch (IOException _) {
            return false;
        }
    }

    Path folder() {
        return folder;
    }

    /// Somebody else fills the disk, to the last byte.
    void fillUp() throws IOException {
        try (OutputStream ballast = Files.newOutputStream(ballast())) {
            byte[] step = new byte[STEP_BYTES];
            while (true) {
                ballast.write(step);
            }
        } catch (IOException full) {
            if (Files.getFileStore(folder).getUsableSpace() > STEP_BYTES) {
                throw full;
            }
        }
    }

    void makeRoom() throws IOException {
        Files.delete(ballast());
    }

    private Path ballast() {
        return folder.resolve("ballast");
    }

    @Override
    public void close() throws IOException {
        // Lazily, because a channel that the garbage collector has not found yet may be open.
        if (!run("umount", "-l", folder)) {
            throw new IOException("cannot be unmounted: " + folder);
        }
    }

    private static boolean run(Object... command) throws IOException {
        Process process =
                new ProcessBuilder(List.of(command).stream().map(Object::toString).toList())
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
        try {
            return process.waitFor(END_SECONDS_MAX, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
