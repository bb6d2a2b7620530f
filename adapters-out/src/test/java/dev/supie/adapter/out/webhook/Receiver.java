package dev.supie.adapter.out.webhook;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;

import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

import javax.net.ssl.SSLSocketFactory;

/// A receiver that does as it is told, and webhooks that post to it.
final class Receiver implements AutoCloseable {

    static final String SECRET = "topsecret";

    private final WireMockServer server;

    Receiver() {
        this(options());
    }

    Receiver(WireMockConfiguration options) {
        server = new WireMockServer(options.dynamicPort());
        server.start();
    }

    Receiver answer(ResponseDefinitionBuilder response) {
        server.stubFor(any(anyUrl()).willReturn(response));
        return this;
    }

    List<LoggedRequest> requests() {
        return server.findAll(anyRequestedFor(anyUrl()));
    }

    String url() {
        return server.baseUrl() + "/hook/a%20b?c=%2F";
    }

    int port() {
        return server.port();
    }

    int tlsPort() {
        return server.httpsPort();
    }

    HttpWebhook webhook(ExtraHeader... headers) {
        return webhook(settings(url(), true, headers));
    }

    static HttpWebhook webhook(WebhookSettings settings) {
        return webhook(settings, InetAddress::getAllByName, HttpWebhook.TIME_MAX);
    }

    static HttpWebhook webhook(WebhookSettings settings, Names names, Duration timeMax) {
        return webhook(settings, names, (SSLSocketFactory) SSLSocketFactory.getDefault(), timeMax);
    }

    static HttpWebhook webhook(
            WebhookSettings settings, Names names, SSLSocketFactory tls, Duration timeMax) {
        return new HttpWebhook(settings, InstantSource.fixed(Notices.START), names, tls, timeMax);
    }

    static WebhookSettings settings(String url, boolean allowPrivate, ExtraHeader... headers) {
        return new WebhookSettings(
                URI.create(url),
                Optional.of(new SigningKey(SECRET)),
                List.of(headers),
                allowPrivate);
    }

    @Override
    public void close() {
        server.stop();
    }
}
