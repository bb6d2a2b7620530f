package dev.supie.bootstrap.management;

import dev.supie.bootstrap.config.ManagedDocument;
import dev.supie.bootstrap.config.Management;
import dev.supie.bootstrap.config.ManagementAddress;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/// A management server that is asked over HTTP, and a file of the data folder with what it handed
/// out last.
public final class HttpManagement implements Management {

    /// For the whole exchange, from the first packet to the last: a start waits so long, and so
    /// does whoever asks for a reload.
    static final Duration TIME_MAX = Duration.ofSeconds(5);

    private final DocumentRequest request;

    public HttpManagement() {
        this(TIME_MAX);
    }

    HttpManagement(Duration timeMax) {
        this.request = new DocumentRequest(timeMax);
    }

    @Override
    public Answer ask(ManagementAddress address, Optional<ManagedDocument> known) {
        return request.send(address, known.flatMap(ManagedDocument::tag));
    }

    @Override
    public Optional<ManagedDocument> lastGood(Path folder, URI url) {
        return LastGoodCopy.in(folder).read(url);
    }

    @Override
    public void keep(Path folder, ManagedDocument document) {
        LastGoodCopy.in(folder).write(document);
    }
}
