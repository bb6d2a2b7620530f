package dev.supie.bootstrap.webhook;

import dev.supie.adapter.out.webhook.SigningKey;

import io.helidon.http.HeaderNames;
import io.helidon.http.Method;
import io.helidon.http.Status;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// A receiver on this machine, from [#start] to [#close]: it prints every post and answers 200, or
/// 401 with what is wrong with its signatures.
public final class WebhookEcho implements AutoCloseable {

    /// Far above any notice.
    static final int BODY_BYTES_MAX = 256 * 1024;

    /// Of a body that is too long so much more is read before it is refused.
    static final int REFUSED_BYTES_MAX = 16 * BODY_BYTES_MAX;

    private static final String HOST = "127.0.0.1";
    private static final String UNVERIFIED =
            "signatures not verified: give the secret with --secret";
    private static final String VERIFIED = "both signatures are right";

    private final Optional<SignatureCheck> check;
    private final InstantSource wallClock;
    private final EchoReport report;
    private final WebServer server;

    private WebhookEcho(
            int port, Optional<String> secret, InstantSource wallClock, PrintWriter out) {
        this.check = secret.map(SigningKey::new).map(SignatureCheck::new);
        this.wallClock = wallClock;
        this.report = new EchoReport(out);
        this.server =
                WebServer.builder()
                        .shutdownHook(false)
                        .featuresDiscoverServices(false)
                        .host(HOST)
                        .port(port)
                        .routing(routing -> routing.any(this::answer))
                        .build();
    }

    /// Whether the port is free. To be asked first, because Helidon logs why it cannot listen, with
    /// its whole stack, and goes on.
    public static boolean canListen(int port) {
        try (ServerSocket trial = new ServerSocket(port, 1, InetAddress.ofLiteral(HOST))) {
            return trial.isBound();
        } catch (IOException _) {
            return false;
        }
    }

    /// @param port 0 for any free one
    /// @param wallClock the real time, by which posts are old or not
    public static WebhookEcho start(
            int port, Optional<String> secret, InstantSource wallClock, PrintWriter out) {
        WebhookEcho echo = new WebhookEcho(port, secret, wallClock, out);
        echo.server.start();
        return echo;
    }

    public String url() {
        return "http://" + HOST + ":" + server.port() + "/";
    }

    private void answer(ServerRequest request, ServerResponse response) {
        if (!request.prologue().method().equals(Method.POST)) {
            response.status(Status.METHOD_NOT_ALLOWED_405).header("Allow", "POST").send();
            return;
        }
        byte[] body;
        try {
            body = read(request);
        } catch (IOException gone) {
            throw new UncheckedIOException("a post broke off", gone);
        }
        if (body.length > BODY_BYTES_MAX) {
            response.status(Status.REQUEST_ENTITY_TOO_LARGE_413).send();
            return;
        }
        Post post =
                new Post(
                        request.path().rawPath(),
                        name -> request.headers().first(HeaderNames.create(name)),
                        body);
        List<String> wrong =
                check.map(checking -> checking.objections(post, wallClock.instant()))
                        .orElse(List.of());
        report.print(
                post, wrong.isEmpty() ? List.of(check.isPresent() ? VERIFIED : UNVERIFIED) : wrong);
        response.status(wrong.isEmpty() ? Status.OK_200 : Status.UNAUTHORIZED_401)
                .send(wrong.isEmpty() ? "ok\n" : String.join("\n", wrong) + "\n");
    }

    /// One byte more than may be says that it is too long. The rest of one that is not much too
    /// long is taken in too: whoever still sends when the connection is closed may never see the
    /// answer.
    private static byte[] read(ServerRequest request) throws IOException {
        if (!request.content().hasEntity()) {
            return new byte[0];
        }
        try (InputStream content = request.content().inputStream()) {
            byte[] body = content.readNBytes(BODY_BYTES_MAX + 1);
            if (body.length > BODY_BYTES_MAX) {
                content.readNBytes(REFUSED_BYTES_MAX);
            }
            return body;
        }
    }

    @Override
    public void close() {
        server.stop();
    }
}
