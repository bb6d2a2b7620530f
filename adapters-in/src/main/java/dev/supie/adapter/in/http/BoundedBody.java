package dev.supie.adapter.in.http;

import io.helidon.common.buffers.DataReader;
import io.helidon.http.HttpException;
import io.helidon.http.RequestException;
import io.helidon.http.Status;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.http.ServerRequest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/// A request's body as text, under a limit.
sealed interface BoundedBody {

    /// A body within the limit; empty without one. Bytes that are not UTF-8, such as a Wi-Fi name
    /// in another encoding, are replaced.
    record Complete(String text) implements BoundedBody {}

    /// A body over the limit, of which the rest is still unread.
    record TooLarge() implements BoundedBody {}

    /// Reads the whole body, if it is no longer than `bytesMax`.
    ///
    /// The rest of a longer one is left to the web server, which reads it away after the answer,
    /// within [HttpRoutes#PAYLOAD_BYTES_MAX]: closing the socket on a client that still sends could
    /// destroy the answer before the client has read it.
    ///
    /// @throws CloseConnectionException if the client went away
    /// @throws HttpException if the body's own form is broken; the connection ends with the answer,
    ///   because where the next request would begin cannot be known
    static BoundedBody read(ServerRequest request, int bytesMax) {
        byte[] bytes = bytes(request, bytesMax + 1);
        return bytes.length <= bytesMax
                ? new Complete(new String(bytes, StandardCharsets.UTF_8))
                : new TooLarge();
    }

    /// The first bytes of the body, as [#read] does.
    ///
    /// @param bytesMax whoever gets so many has to believe that there are more
    static byte[] bytes(ServerRequest request, int bytesMax) {
        if (!request.content().hasEntity()) {
            return new byte[0];
        }
        try {
            return request.content().inputStream().readNBytes(bytesMax);
        } catch (IOException
                | UncheckedIOException
                | DataReader.InsufficientDataAvailableException e) {
            throw new CloseConnectionException("the request's body broke off", e);
        } catch (RequestException refused) {
            throw new HttpException("the request's body is refused", refused.status(), refused);
        } catch (IllegalArgumentException notAChunkSize) {
            throw new HttpException(
                    "the request's body is broken", Status.BAD_REQUEST_400, notAChunkSize);
        }
    }
}
