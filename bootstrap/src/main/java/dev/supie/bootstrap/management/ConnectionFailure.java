package dev.supie.bootstrap.management;

import dev.supie.bootstrap.config.Management.Answer;

import org.jspecify.annotations.Nullable;

import java.net.ConnectException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;

import javax.net.ssl.SSLException;

/// What it means when a management server cannot be spoken to. Only the kind of a failure is told:
/// its text may quote what the server sent.
final class ConnectionFailure {

    private static final String LOOK =
            "look whether it runs and whether this machine reaches its host and port";

    private ConnectionFailure() {}

    static Answer.Failed of(@Nullable Throwable cause, Duration timeMax) {
        return switch (cause) {
            case SSLException _ ->
                    new Answer.Failed(
                            "there is no trusted TLS connection to it",
                            "look at its certificate: Java has to trust who has issued it, and it"
                                    + " has to name this host");
            case HttpTimeoutException _ -> noAnswerWithin(timeMax);
            case ConnectException unknown
                    when unknown.getCause() instanceof UnresolvedAddressException ->
                    new Answer.Failed("its host is not known", "correct it, or name resolution");
            case ConnectException _ -> new Answer.Failed("its host lets nobody connect", LOOK);
            case null, default -> new Answer.Failed("the connection to it broke", LOOK);
        };
    }

    static Answer.Failed noAnswerWithin(Duration timeMax) {
        return new Answer.Failed(
                "there is no whole answer within " + timeMax.toMillis() / 1_000.0 + " s", LOOK);
    }
}
