package dev.supie.adapter.out.speech.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/// Fills a folder of models. Files that are right already are left alone, so it needs no network
/// once it has succeeded; a file appears under its name only when its checksum is right. Several
/// processes may do it at once: they take turns.
public final class ModelFetch {

    private static final int BUFFER_BYTES = 1 << 16;
    private static final String DOWNLOADS = ".fetch";

    private final ModelFolder folder;
    private final PackageSource source;
    private final Progress progress;

    public ModelFetch(ModelFolder folder, PackageSource source, Progress progress) {
        this.folder = folder;
        this.source = source;
        this.progress = progress;
    }

    /// Returns the files that were not there before.
    ///
    /// @throws IOException with a message for people; what was downloaded is kept for the next try
    public List<ModelFile> run() throws IOException {
        if (missing().isEmpty()) {
            return List.of();
        }
        Path downloads = Files.createDirectories(folder.folder().resolve(DOWNLOADS));
        try (FileChannel lock =
                FileChannel.open(
                        folder.folder().resolve(".lock"),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE)) {
            lock.lock();
            List<ModelFile> missing = missing();
            if (!missing.isEmpty()) {
                unpack(fetch(downloads), missing);
                delete(downloads);
            }
            return missing;
        }
    }

    private List<ModelFile> missing() throws IOException {
        List<ModelFile> missing = new ArrayList<>();
        for (ModelFile file : folder.content().files()) {
            if (!folder.isRight(file)) {
                missing.add(file);
            }
        }
        return missing;
    }

    private Path fetch(Path downloads) throws IOException {
        Path earlier = downloads.resolve(folder.content().file());
        if (Files.isRegularFile(earlier) && Sha256.of(earlier).equals(folder.content().sha256())) {
            return earlier;
        }
        Path fetched = source.fetch(folder.content(), downloads, progress);
        String sum = Sha256.of(fetched);
        if (!sum.equals(folder.content().sha256())) {
            // Going on with it next time would never end well.
            delete(downloads);
            throw new IOException(
                    fetched.getFileName() + " is not the pinned package: its SHA-256 is " + sum);
        }
        return fetched;
    }

    private void unpack(Path fetched, List<ModelFile> missing) throws IOException {
        Map<String, ModelFile> wanted = new HashMap<>();
        missing.forEach(file -> wanted.put(file.packed(), file));
        try (InputStream bytes = Files.newInputStream(fetched);
                InputStream archive = new GZIPInputStream(bytes, BUFFER_BYTES)) {
            TarReader tar = new TarReader(archive);
            for (Optional<TarReader.Entry> entry = tar.next();
                    entry.isPresent() && !wanted.isEmpty();
                    entry = tar.next()) {
                ModelFile file = wanted.remove(entry.get().name());
                if (file != null) {
                    unpack(tar, entry.get().size(), file);
                }
            }
        }
        if (!wanted.isEmpty()) {
            throw new IOException("the package has no " + wanted.keySet());
        }
    }

    private void unpack(TarReader tar, long size, ModelFile file) throws IOException {
        Path target = folder.path(file);
        Path part = target.resolveSibling(target.getFileName() + ".part");
        Files.createDirectories(target.resolveSibling(".").normalize());
        MessageDigest digest = Sha256.start();
        byte[] buffer = new byte[BUFFER_BYTES];
        try (OutputStream out = Files.newOutputStream(part)) {
            for (long done = 0; done < size; ) {
                int count = tar.content(buffer, (int) Math.min(buffer.length, size - done));
                out.write(buffer, 0, count);
                digest.update(buffer, 0, count);
                done += count;
                progress.at("unpack " + file.path(), done, size);
            }
        }
        if (!Sha256.text(digest).equals(file.sha256())) {
            Files.delete(part);
            throw new IOException(file.path() + " in the package is not the pinned file");
        }
        Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
