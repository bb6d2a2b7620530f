package dev.supie.adapter.out.backup;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/// A file that says it is a backup. Nothing it says of itself is believed: names are those of
/// [Contents] or it is refused, and of each entry no more is read than its manifest says.
public final class BackupFile implements AutoCloseable {

    private static final int BLOCK_BYTES = 64 * 1024;

    private final ZipFile zip;
    private final Manifest manifest;

    private BackupFile(ZipFile zip, Manifest manifest) {
        this.zip = zip;
        this.manifest = manifest;
    }

    /// Reads the manifest only.
    ///
    /// @throws IOException if the file cannot be read
    public static BackupFile open(Path file) throws BackupUnusableException, IOException {
        ZipFile zip;
        try {
            zip = new ZipFile(file.toFile());
        } catch (ZipException _) {
            throw new BackupUnusableException(file + " is no backup, or only a part of one");
        }
        boolean usable = false;
        try {
            BackupFile backup = new BackupFile(zip, manifest(zip, file));
            backup.compareNames(file);
            usable = true;
            return backup;
        } finally {
            if (!usable) {
                zip.close();
            }
        }
    }

    private static Manifest manifest(ZipFile zip, Path file)
            throws BackupUnusableException, IOException {
        ZipEntry entry = zip.getEntry(Contents.MANIFEST);
        if (entry == null) {
            throw new BackupUnusableException(file + " is no backup: it has no manifest");
        }
        byte[] text;
        try (InputStream in = zip.getInputStream(entry)) {
            text = in.readNBytes(Contents.MANIFEST_BYTES_MAX);
        } catch (ZipException | EOFException _) {
            throw damaged(Contents.MANIFEST);
        }
        return Manifest.of(new String(text, US_ASCII))
                .orElseThrow(
                        () ->
                                new BackupUnusableException(
                                        file
                                                + " is no backup of this format ("
                                                + Manifest.FORMAT
                                                + "): it was changed, or made by a newer program"));
    }

    /// What the manifest does not name has no business there.
    private void compareNames(Path file) throws BackupUnusableException {
        Set<String> named = new HashSet<>(Set.of(Contents.MANIFEST));
        manifest.entries().forEach(each -> named.add(each.name()));
        boolean all = named.stream().allMatch(name -> zip.getEntry(name) != null);
        if (!all || zip.size() != named.size()) {
            throw new BackupUnusableException(
                    file + " was changed: it does not hold what its manifest says");
        }
    }

    public Manifest manifest() {
        return manifest;
    }

    /// Bytes that unpacking takes.
    public long bytes() {
        return manifest.entries().stream().mapToLong(Manifest.Entry::bytes).sum();
    }

    /// Reads everything.
    ///
    /// @throws BackupUnusableException if it is not what the manifest says
    public void check() throws BackupUnusableException, IOException {
        for (Manifest.Entry entry : manifest.entries()) {
            copy(entry, OutputStream.nullOutputStream());
        }
    }

    /// @param folder empty
    /// @throws BackupUnusableException if it is not what the manifest says; some of it is there
    ///   then
    void unpackTo(Path folder) throws BackupUnusableException, IOException {
        for (Manifest.Entry entry : manifest.entries()) {
            Path file = folder.resolve(entry.name());
            OwnFiles.make(file);
            try (OutputStream out = Files.newOutputStream(file, StandardOpenOption.WRITE)) {
                copy(entry, out);
            }
        }
    }

    private void copy(Manifest.Entry entry, OutputStream out)
            throws BackupUnusableException, IOException {
        Counted counted = new Counted(out);
        try (InputStream in = zip.getInputStream(zip.getEntry(entry.name()))) {
            byte[] part = new byte[BLOCK_BYTES];
            long left = entry.bytes();
            int length = read(in, part, entry);
            while (length >= 0) {
                left -= length;
                if (left < 0) {
                    throw damaged(entry.name());
                }
                counted.write(part, 0, length);
                length = read(in, part, entry);
            }
        }
        if (!counted.entry(entry.name()).equals(entry)) {
            throw damaged(entry.name());
        }
    }

    private static int read(InputStream in, byte[] part, Manifest.Entry entry)
            throws BackupUnusableException, IOException {
        try {
            return in.read(part);
        } catch (ZipException | EOFException _) {
            throw damaged(entry.name());
        }
    }

    private static BackupUnusableException damaged(String name) {
        return new BackupUnusableException(
                "the backup is damaged: " + name + " is not what was backed up");
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
