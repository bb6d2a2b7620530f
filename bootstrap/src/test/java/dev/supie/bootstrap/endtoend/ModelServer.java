package dev.supie.bootstrap.endtoend;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import com.github.tomakehurst.wiremock.WireMockServer;

import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;

import java.time.Duration;

/// A language model that always writes the same minutes, after a while, unless it is told
/// otherwise.
final class ModelServer implements AutoCloseable {

    static final String TITLE = "Contract";

    private static final String PATH = "/v1/chat/completions";
    private static final String MINUTES =
            """
            {"title":"%s","bullets":[{"text":"The contract goes out","seg":1}],"decisions":[],\
            "actions":[],"risks":[],"nextSteps":[]}"""
                    .formatted(TITLE);

    private final WireMockServer server = new WireMockServer(options().dynamicPort());

    ModelServer(Duration thinking) {
        server.start();
        server.stubFor(
                post(urlEqualTo(PATH))
                        .willReturn(
                                aResponse()
                                        .withStatus(200)
                                        .withFixedDelay((int) thinking.toMillis())
                                        .withBody(completion())));
    }

    /// Who says this waits as long for an answer.
    ModelServer thinkingFor(Duration time, String said) {
        server.stubFor(
                post(urlEqualTo(PATH))
                        .withRequestBody(containing(said))
                        .willReturn(
                                aResponse()
                                        .withStatus(200)
                                        .withFixedDelay((int) time.toMillis())
                                        .withBody(completion())));
        return this;
    }

    /// Who says this gets an error.
    ModelServer failingOn(String said) {
        server.stubFor(
                post(urlEqualTo(PATH))
                        .withRequestBody(containing(said))
                        .willReturn(aResponse().withStatus(500)));
        return this;
    }

    /// Who says this is answered so.
    ModelServer saying(String said, String answer) {
        server.stubFor(
                post(urlEqualTo(PATH))
                        .withRequestBody(containing(said))
                        .willReturn(aResponse().withStatus(200).withBody(completion(answer))));
        return this;
    }

    private static String completion() {
        return completion(MINUTES);
    }

    private static String completion(String content) {
        JsonObjectBuilder message =
                Json.createObjectBuilder().add("role", "assistant").add("content", content);
        return Json.createObjectBuilder()
                .add("object", "chat.completion")
                .add(
                        "choices",
                        Json.createArrayBuilder()
                                .add(
                                        Json.createObjectBuilder()
                                                .add("finish_reason", "stop")
                                                .add("message", message)))
                .build()
                .toString();
    }

    /// What the configuration says of it, with the shortest time limit there is.
    String[] settings() {
        return new String[] {
            "llm.main.base_url=" + server.baseUrl() + "/v1",
            "llm.main.model=test-model",
            "llm.main.timeout_ms=4000"
        };
    }

    /// How often it was asked.
    int calls() {
        return server.findAll(postRequestedFor(urlEqualTo(PATH))).size();
    }

    @Override
    public void close() {
        server.stop();
    }
}
