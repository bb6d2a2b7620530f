package dev.supie.bootstrap.management;

import dev.supie.adapter.out.service.BoundedBytes;
import dev.supie.adapter.out.service.Secret;
import dev.supie.bootstrap.config.Management.Answer;
import dev.supie.bootstrap.config.ManagementAddress;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// One request for a configuration, bounded in time and in bytes. Redirects are not followed: they
/// would carry the secret to wherever an answer points, and the configuration would come from
/// there. The server's certificate is checked as Java does.
record DocumentRequest(Duration timeMax) {

    /// What is larger is not a configuration.
    static final int BYTES_MAX = 256 * 1024;

    Answer send(ManagementAddress address, Optional<String> tag) {
        HttpRequest request;
        try {
            request = request(address, tag);
        } catch (IllegalArgumentException _) {
            return new Answer.Failed(
                    "cannot be asked, because config.secret does not fit into a header",
                    "use a secret of visible ASCII characters");
        }
        return answer(request, new DocumentAnswer(address, tag.isPresent()));
    }

    private static HttpRequest request(ManagementAddress address, Optional<String> tag) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address.url());
        request.header("Accept", "application/yaml, application/json, text/plain, */*;q=0.1");
        address.secret()
                .map(secret -> Secret.of(secret.reveal()))
                .ifPresent(secret -> request.header("Authorization", secret.bearer()));
        tag.ifPresent(known -> request.header("If-None-Match", known));
        return request.build();
    }

    /// A client of its own for each request: there is one a minute at most but for reloads and
    /// before a restart (SRV-2), and nothing of it has to be closed later.
    private Answer answer(HttpRequest request, DocumentAnswer meaning) {
        HttpClient client =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .connectTimeout(timeMax)
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .build();
        try {
            return awaited(client.sendAsync(request, _ -> new BoundedBytes(BYTES_MAX)), meaning);
        } finally {
            // close() alone would wait for an exchange that was given up.
            client.shutdownNow();
            client.close();
        }
    }

    /// The wait is ours: the client's own timeout ends with the answer's headers, so a server that
    /// drips its body would hold the thread for ever.
    private Answer awaited(
            CompletableFuture<HttpResponse<Optional<byte[]>>> answer, DocumentAnswer meaning) {
        try {
            return meaning.of(answer.get(timeMax.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException _) {
            return ConnectionFailure.noAnswerWithin(timeMax);
        } catch (ExecutionException failure) {
            return ConnectionFailure.of(failure.getCause(), timeMax);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return new Answer.Failed("the server is ending", "ask again when it has started");
        }
    }
}
