package dev.supie.adapter.in.http;

import dev.supie.application.meeting.port.StoreException;

import io.helidon.http.HeaderNames;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.http.ServerResponse;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;

/// Sends a file in chunks.
final class DownloadReply {

    private static final System.Logger LOGGER = System.getLogger(DownloadReply.class.getName());

    private DownloadReply() {}

    /// @throws CloseConnectionException if the file could not be finished: the chunk that says that
    ///   this was all must not be sent
    static void send(ServerResponse response, Answer.Download download) {
        response.header(HeaderNames.CONTENT_TYPE, download.contentType())
                .header(HeaderNames.CONTENT_DISPOSITION, download.disposition());
        try {
            // Closing is what says that this was all, so not in every case.
            OutputStream out = response.outputStream();
            download.body().writeTo(out);
            out.close();
        } catch (StoreException failure) {
            LOGGER.log(System.Logger.Level.WARNING, "a download was broken off", failure);
            throw new CloseConnectionException("a download was broken off", failure);
        } catch (IOException | UncheckedIOException gone) {
            throw new CloseConnectionException("the client of a download went away", gone);
        }
    }
}
