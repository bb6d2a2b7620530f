package dev.supie.bootstrap.endtoend;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;

import java.time.Duration;
import java.util.List;

/// A service somewhere else that says what was said, as the test wants it.
final class SpeechService implements AutoCloseable {

    private static final String PATH = "/v1/audio/transcriptions";
    private static final int WAV_HEADER_BYTES = 44;
    private static final int BYTES_PER_SECOND = 32_000;

    private final WireMockServer server = new WireMockServer(options().dynamicPort());

    SpeechService() {
        server.start();
        understands("");
    }

    /// What is in every sound from now on.
    void understands(String text) {
        answers(aResponse().withStatus(200).withBody("{\"text\":\"" + text + "\"}"));
    }

    /// It takes connections and never answers.
    void hangs() {
        answers(aResponse().withStatus(200).withFixedDelay(60_000));
    }

    void fails(int status) {
        answers(aResponse().withStatus(status));
    }

    private void answers(ResponseDefinitionBuilder response) {
        server.stubFor(post(urlEqualTo(PATH)).willReturn(response));
    }

    private List<LoggedRequest> requests() {
        return server.findAll(postRequestedFor(urlEqualTo(PATH)));
    }

    /// How often it was asked.
    int calls() {
        return requests().size();
    }

    /// How much sound there was in the last request.
    Duration lastSound() {
        int bytes =
                requests().getLast().getParts().stream()
                        .filter(part -> part.getName().equals("file"))
                        .mapToInt(part -> part.getBody().asBytes().length - WAV_HEADER_BYTES)
                        .sum();
        return Duration.ofMillis(bytes * 1_000L / BYTES_PER_SECOND);
    }

    /// What the configuration says of it, with a time limit that a test can wait for.
    String[] settings() {
        return new String[] {
            "asr.chain=[cloud]",
            "asr.cloud.base_url=" + server.baseUrl() + "/v1",
            "asr.cloud.model=test-model",
            "asr.cloud.timeout_ms=3000"
        };
    }

    @Override
    public void close() {
        server.stop();
    }
}
