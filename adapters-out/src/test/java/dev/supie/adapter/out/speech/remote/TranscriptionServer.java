package dev.supie.adapter.out.speech.remote;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Body;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;

import dev.supie.adapter.out.service.CallTiming;
import dev.supie.adapter.out.service.Secret;
import dev.supie.application.speech.port.LanguageTag;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// A service for transcriptions that does as it is told, or reads what is really in the sound.
final class TranscriptionServer implements AutoCloseable {

    static final String KEY = "sk-test-0123456789";

    private static final String PATH = "/v1/audio/transcriptions";

    private final WireMockServer server =
            new WireMockServer(options().dynamicPort().extensions(new ToyTranscriber()));
    private int steps;

    TranscriptionServer() {
        server.start();
    }

    static ResponseDefinitionBuilder text(String text) {
        return aResponse().withStatus(200).withBody("{\"text\":\"" + text + "\"}");
    }

    static ResponseDefinitionBuilder error(int status, String body) {
        return aResponse().withStatus(status).withBody(body);
    }

    /// It reads the letters out of the file it is sent.
    TranscriptionServer reading() {
        return always(aResponse().withStatus(200).withTransformers(ToyTranscriber.NAME));
    }

    TranscriptionServer always(ResponseDefinitionBuilder response) {
        server.stubFor(post(urlEqualTo(PATH)).willReturn(response));
        return this;
    }

    /// The next requests are answered in turn, the last answer for ever.
    TranscriptionServer inTurn(ResponseDefinitionBuilder... responses) {
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

    int requests() {
        return requestsSoFar().size();
    }

    private List<LoggedRequest> requestsSoFar() {
        return server.findAll(postRequestedFor(urlEqualTo(PATH)));
    }

    List<String> headers(String name) {
        return requestsSoFar().stream().map(request -> request.getHeader(name)).toList();
    }

    /// A field of the form in the last request; empty if it is not there.
    Optional<String> field(String name) {
        return part(name).map(part -> part.getBody().asString());
    }

    /// The file in the last request.
    byte[] file() {
        return part("file").map(Request.Part::getBody).map(Body::asBytes).orElseThrow();
    }

    Optional<Request.Part> part(String name) {
        return requestsSoFar().getLast().getParts().stream()
                .filter(part -> part.getName().equals(name))
                .findFirst();
    }

    RemoteSettings settings() {
        return settings(Duration.ofSeconds(10), 8, Optional.empty());
    }

    RemoteSettings settings(Duration timeout, int concurrency, Optional<LanguageTag> language) {
        return settings(URI.create(server.baseUrl() + "/v1"), timeout, concurrency, language);
    }

    static RemoteSettings settings(
            URI baseUrl, Duration timeout, int concurrency, Optional<LanguageTag> language) {
        return new RemoteSettings(
                "cloud",
                RemoteSettings.Protocol.OPENAI,
                baseUrl,
                Secret.of(KEY),
                "whisper-1",
                language,
                timeout,
                concurrency);
    }

    OpenAiRecognizer recognizer(CallTiming timing) {
        return new OpenAiRecognizer(settings(), timing);
    }

    @Override
    public void close() {
        server.stop();
    }
}
