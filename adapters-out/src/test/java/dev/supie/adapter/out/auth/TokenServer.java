package dev.supie.adapter.out.auth;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;

import java.net.URI;
import java.util.List;
import java.util.stream.Stream;

/// An issuer's server that does as it is told.
final class TokenServer implements AutoCloseable {

    private static final String PATH = "/answer";
    private static final int TOO_LONG_MILLIS = 20_000;

    private final WireMockServer server = new WireMockServer(options().dynamicPort());

    TokenServer() {
        server.start();
    }

    static ResponseDefinitionBuilder json(String body) {
        return aResponse()
                .withStatus(200)
                .withHeader("Content-Type", "application/json")
                .withBody(body);
    }

    static ResponseDefinitionBuilder status(int status) {
        return aResponse().withStatus(status).withBody("{\"active\":true}");
    }

    /// Headers at once, the rest too late.
    static ResponseDefinitionBuilder dripping(String body) {
        return json(body).withChunkedDribbleDelay(10, TOO_LONG_MILLIS);
    }

    static ResponseDefinitionBuilder late(String body) {
        return json(body).withFixedDelay(TOO_LONG_MILLIS);
    }

    static ResponseDefinitionBuilder broken() {
        return aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER);
    }

    static String keys(JWK... keys) {
        return new JWKSet(Stream.of(keys).map(JWK::toPublicJWK).toList()).toString();
    }

    /// Every request is answered like this from now on.
    TokenServer always(ResponseDefinitionBuilder answer) {
        server.stubFor(any(anyUrl()).willReturn(answer));
        return this;
    }

    /// The usual place sends on to one that gives this answer.
    TokenServer redirecting(ResponseDefinitionBuilder answer) {
        always(aResponse().withStatus(302).withHeader("Location", server.url("/elsewhere")));
        server.stubFor(any(urlEqualTo("/elsewhere")).atPriority(1).willReturn(answer));
        return this;
    }

    List<LoggedRequest> requests() {
        return server.findAll(anyRequestedFor(anyUrl()));
    }

    WireMockServer wireMock() {
        return server;
    }

    URI url() {
        return URI.create(server.url(PATH));
    }

    @Override
    public void close() {
        server.stop();
    }
}
