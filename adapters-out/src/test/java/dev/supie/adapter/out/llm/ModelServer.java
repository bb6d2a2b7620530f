package dev.supie.adapter.out.llm;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.stubbing.Scenario;

import dev.supie.adapter.out.llm.ChatModelSettings.Limits;
import dev.supie.adapter.out.service.Secret;
import dev.supie.application.meeting.port.DraftRequest;
import dev.supie.application.meeting.port.SummarizerException;

import java.net.URI;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;

/// A model server that does as it is told, and a summarizer that asks it.
final class ModelServer implements AutoCloseable {

    static final String KEY = "sk-test-0123456789";
    static final String MINUTES =
            """
            {"title":"Contract","bullets":[{"text":"Contract goes out","seg":5}],"decisions":[],\
            "actions":[{"text":"Li Lei sends the contract","seg":5}],"risks":[],"nextSteps":[]}""";

    private static final String PATH = "/v1/chat/completions";
    private static final JsonMapper JSON = new JsonMapper();

    private final WireMockServer server = new WireMockServer(options().dynamicPort());
    private int steps;

    ModelServer() {
        server.start();
    }

    static ResponseDefinitionBuilder status(int status) {
        return aResponse().withStatus(status);
    }

    static ResponseDefinitionBuilder error(int status, String body) {
        return aResponse().withStatus(status).withBody(body);
    }

    static ResponseDefinitionBuilder content(String content) {
        return aResponse().withStatus(200).withBody(completion(content, "stop"));
    }

    static ResponseDefinitionBuilder cut(String content) {
        return aResponse().withStatus(200).withBody(completion(content, "length"));
    }

    static ResponseDefinitionBuilder good() {
        return content(MINUTES);
    }

    static String completion(String content, String finish) {
        ObjectNode reply = JSON.createObjectNode().put("object", "chat.completion");
        ObjectNode choice = reply.putArray("choices").addObject().put("finish_reason", finish);
        choice.putObject("message").put("role", "assistant").put("content", content);
        reply.putObject("usage").put("completion_tokens", 42);
        return reply.toString();
    }

    /// Every request is answered like this from now on.
    ModelServer always(ResponseDefinitionBuilder response) {
        server.stubFor(post(urlEqualTo(PATH)).willReturn(response));
        return this;
    }

    /// The next requests are answered in turn, the last answer for ever.
    ModelServer inTurn(ResponseDefinitionBuilder... responses) {
        String scenario = "turn " + steps++;
        for (int i = 0; i < responses.length; i++) {
            boolean last = i == responses.length - 1;
            server.stubFor(
                    post(urlEqualTo(PATH))
                            .inScenario(scenario)
                            .whenScenarioStateIs(i == 0 ? Scenario.STARTED : "step " + i)
                            .willSetStateTo("step " + (last ? i : i + 1))
                            .willReturn(responses[i]));
        }
        return this;
    }

    /// Requests with this text in them are answered like this, whatever was said before.
    ModelServer whenAsked(String text, ResponseDefinitionBuilder response) {
        server.stubFor(
                post(urlEqualTo(PATH))
                        .atPriority(1)
                        .withRequestBody(containing(text))
                        .willReturn(response));
        return this;
    }

    List<String> requests() {
        return server.findAll(postRequestedFor(urlEqualTo(PATH))).stream()
                .map(request -> request.getBodyAsString())
                .toList();
    }

    List<String> headers(String name) {
        return server.findAll(postRequestedFor(urlEqualTo(PATH))).stream()
                .map(request -> request.getHeader(name))
                .toList();
    }

    URI baseUrl() {
        return URI.create(server.baseUrl() + "/v1");
    }

    HttpSummarizer summarizer(TestSurroundings time) {
        return summarizer(time, Limits.DEFAULT);
    }

    HttpSummarizer summarizer(TestSurroundings time, Limits limits) {
        return new HttpSummarizer(
                settings(baseUrl(), limits),
                MeetingTemplates.NONE,
                new ModelTally(),
                time.surroundings());
    }

    HttpStructurer structurer(TestSurroundings time) {
        return structurer(time, new ModelTally());
    }

    /// As patient as one for messages is: two attempts.
    HttpStructurer structurer(TestSurroundings time, ModelTally tally) {
        return new HttpStructurer(
                settings(baseUrl(), limits(2, 8)), ZoneOffset.UTC, tally, time.surroundings());
    }

    static ChatModelSettings settings(URI baseUrl, Limits limits) {
        return new ChatModelSettings(
                "main",
                baseUrl,
                Secret.of(KEY),
                "test-model",
                ChatModelSettings.TEMPERATURE_DEFAULT,
                limits);
    }

    static Limits limits(int attemptsMax, int concurrencyMax) {
        return new Limits(
                Duration.ofSeconds(3), Duration.ofSeconds(30), attemptsMax, concurrencyMax);
    }

    /// The message with which a draft fails.
    static String failure(HttpSummarizer summarizer, DraftRequest request) {
        var failure = assertThrows(SummarizerException.class, () -> summarizer.draft(request));
        return String.valueOf(failure.getMessage());
    }

    @Override
    public void close() {
        server.stop();
    }
}
