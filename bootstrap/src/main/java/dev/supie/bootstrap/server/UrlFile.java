package dev.supie.bootstrap.server;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/// The file in which a running server says where its HTTP listener is. Nothing but convenience
/// depends on it, so a failure is one WARN.
final class UrlFile {

    private static final Logger LOG = System.getLogger(UrlFile.class.getName());

    private final Path file;
    private volatile boolean written;

    UrlFile(Path folder) {
        file = folder.resolve(DataFiles.HTTP_URL);
    }

    /// In one step, so that nobody ever reads half a URL.
    void write(String url) {
        Path draft = file.resolveSibling(DataFiles.HTTP_URL + ".new");
        try {
            Files.writeString(draft, url + "\n");
            Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
            written = true;
        } catch (IOException e) {
            LOG.log(
                    Level.WARNING,
                    "{0} cannot be written, so ''supie devices'' needs --url: {1}",
                    file,
                    e.toString());
        }
    }

    /// Only what this server wrote: one that could not start must not hide another one.
    void delete() {
        if (!written) {
            return;
        }
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "not deleted: " + file, e);
        }
    }
}
