package dev.supie.bootstrap.endtoend;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/// A server of OpenAI's chat that somebody else has written, from npm, with rules of ours about
/// what it answers.
final class IndependentModel implements AutoCloseable {

    private static final String NAME = "@dwmkerr/mock-llm";
    private static final String VERSION = "0.1.29";
    private static final String RULES = "/model/mock-llm.yaml";
    private static final long LOOK_NANOS = 20_000_000;

    private final NpmPackage.Running program;
    private final String url;

    private IndependentModel(NpmPackage.Running program, String url) {
        this.program = program;
        this.url = url;
    }

    static IndependentModel open(Path folder) throws IOException, InterruptedException {
        Path rules = folder.resolve("mock-llm.yaml");
        try (InputStream source = IndependentModel.class.getResourceAsStream(RULES)) {
            if (source == null) {
                throw new IllegalStateException("no resource " + RULES);
            }
            Files.copy(source, rules);
        }
        int port = freePort();
        NpmPackage.Running program =
                NpmPackage.fetched(NAME, VERSION)
                        .started(
                                NAME + "/dist/main.js",
                                Map.of("HOST", "127.0.0.1", "PORT", Integer.toString(port)),
                                List.of("--config", rules.toString()));
        IndependentModel opened = new IndependentModel(program, "http://127.0.0.1:" + port);
        opened.awaitReady();
        return opened;
    }

    /// It can only be told a port.
    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void awaitReady() throws IOException, InterruptedException {
        long deadline = System.nanoTime() + Badge.ANSWER_MAX.toNanos();
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest question = HttpRequest.newBuilder(URI.create(url + "/ready")).build();
            while (!isReady(client, question)) {
                if (System.nanoTime() > deadline || !program.process().isAlive()) {
                    String said = program.said();
                    close();
                    throw new AssertionError("the model server does not start: " + said);
                }
                LockSupport.parkNanos(LOOK_NANOS);
            }
        }
    }

    private static boolean isReady(HttpClient client, HttpRequest question)
            throws IOException, InterruptedException {
        try {
            return client.send(question, HttpResponse.BodyHandlers.discarding()).statusCode()
                    == 200;
        } catch (ConnectException _) {
            return false;
        }
    }

    /// What the configuration says of it.
    String[] settings() {
        return new String[] {
            "llm.main.base_url=" + url + "/v1",
            "llm.main.model=somebody-elses",
            "llm.main.timeout_ms=10000"
        };
    }

    @Override
    public void close() {
        program.close();
    }
}
