package dev.supie.bootstrap.management;

import dev.supie.adapter.out.secrets.PrivateFile;
import dev.supie.bootstrap.config.ManagedDocument;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// The file in which the last document that was in force is kept, for a start at which the
/// management server does not answer. Its first line says where the document came from; one from
/// elsewhere does not count. It may hold secrets, so only the server's own user may read it.
record LastGoodCopy(Path file) {

    static final String NAME = "config-url.yaml";

    private static final Logger LOG = System.getLogger(LastGoodCopy.class.getName());

    /// The longest line that says where it came from; a URL that is longer is not kept.
    private static final int HEAD_BYTES_MAX = 8 * 1024;

    private static final String HEAD = "# The last good configuration from ";

    /// @param folder `data.dir`
    static LastGoodCopy in(Path folder) {
        return new LastGoodCopy(folder.resolve(NAME));
    }

    /// Empty if there is none from there, or if it cannot be read.
    Optional<ManagedDocument> read(URI url) {
        try {
            if (!Files.isRegularFile(file)
                    || Files.size(file) > HEAD_BYTES_MAX + DocumentRequest.BYTES_MAX) {
                return Optional.empty();
            }
            String kept = Files.readString(file);
            String head = head(url);
            return kept.startsWith(head)
                    ? Optional.of(
                            new ManagedDocument(
                                    url, kept.substring(head.length()), Optional.empty(), true))
                    : Optional.empty();
        } catch (IOException unreadable) {
            LOG.log(Level.DEBUG, "no copy of the configuration: " + file, unreadable);
            return Optional.empty();
        }
    }

    /// What is there already is not written again.
    void write(ManagedDocument document) {
        if (read(document.url()).map(ManagedDocument::text).equals(Optional.of(document.text()))) {
            return;
        }
        try {
            PrivateFile.write(file, head(document.url()) + document.text());
        } catch (IOException failure) {
            LOG.log(
                    Level.WARNING,
                    "{0} cannot be written, so a start without the management server would not"
                            + " know this configuration: {1}",
                    file,
                    failure.toString());
        }
    }

    private static String head(URI url) {
        return HEAD + url + "\n";
    }
}
