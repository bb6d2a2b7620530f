package dev.supie.bootstrap.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.supie.adapter.in.tls.MadeCertificate;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.CompletionException;

/// A whole server behind its own certificate (`server.tls`): badges by `wss://`, REST by
/// `https://`, and administrators of the same machine.
@Timeout(120)
final class SecureListenersTest {

    @TempDir private Path folder = Path.of("");

    private MadeCertificate certificate;
    private HttpClient client;
    private Site site;

    @BeforeEach
    void start() throws Exception {
        certificate = MadeCertificate.make(folder, "server", "-keyalg", "EC");
        client = HttpClient.newBuilder().sslContext(certificate.trusted()).build();
        site =
                Site.open(
                        folder,
                        "server.enrolment=approve",
                        "server.auth.enabled=true",
                        "server.auth.allowed_devices=[aa:01]",
                        "server.tls.cert=" + certificate.files().certificate(),
                        "server.tls.key=" + certificate.files().key());
    }

    @AfterEach
    void stop() {
        site.close();
        client.shutdownNow();
    }

    private HttpResponse<String> answer(HttpRequest.Builder request)
            throws IOException, InterruptedException {
        return client.send(
                request.timeout(Badge.ANSWER_MAX).build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create(site.httpUrl() + path));
    }

    private HttpRequest.Builder ota() {
        return to("/xiaozhi/ota/")
                .header("Device-Id", "aa:01")
                .header("Client-Id", "one")
                .POST(HttpRequest.BodyPublishers.ofString("{}"));
    }

    @Test
    void badgeHoldsAMeetingOverTls() throws InterruptedException {
        assertTrue(site.deviceUrl().startsWith("wss://127.0.0.1:"), site.deviceUrl());
        try (Badge badge = Badge.connect(client, site.deviceUrl(), "aa:01")) {
            badge.startMeeting();
            badge.tell("Nobody on the way can read this.");

            assertFalse(badge.finish().isEmpty());
        }
    }

    @Test
    void badgesAreSentToTlsWhateverTheRequestClaims() throws IOException, InterruptedException {
        String usual = answer(ota()).body();
        String claimed =
                answer(
                                ota().header("X-Forwarded-Proto", "http")
                                        .header("X-Forwarded-Host", "evil.example.com")
                                        .header("Forwarded", "proto=http;host=evil.example.com"))
                        .body();

        assertTrue(usual.contains("\"url\":\"wss://127.0.0.1:"), usual);
        assertTrue(claimed.contains("\"url\":\"wss://127.0.0.1:"), claimed);
        assertFalse(claimed.contains("evil"), claimed);
    }

    @Test
    void whoeverDoesNotTrustTheCertificateGetsNothing() {
        assertThrows(
                IOException.class,
                () ->
                        site.client()
                                .send(
                                        to("/observe/health").build(),
                                        HttpResponse.BodyHandlers.ofString()));
        assertThrows(
                CompletionException.class,
                () -> Badge.connect(site.client(), site.deviceUrl(), "aa:01"));
    }

    @Test
    void plainRequestGetsNothing() {
        String plain = site.httpUrl().replace("https://", "http://");

        assertThrows(
                IOException.class,
                () ->
                        site.client()
                                .send(
                                        HttpRequest.newBuilder(URI.create(plain)).build(),
                                        HttpResponse.BodyHandlers.ofString()));
    }

    @Test
    void commandsOfThisMachineTrustTheCertificateOfTheDataFolderAndNoOther() throws Exception {
        Terminal.Said said = list();
        assertEquals(0, said.status(), said.err());

        MadeCertificate other = MadeCertificate.make(folder, "other", "-keyalg", "EC");
        Files.copy(
                other.files().certificate(),
                folder.resolve("http-certificate.pem"),
                StandardCopyOption.REPLACE_EXISTING);

        assertNotEquals(0, list().status());
    }

    private Terminal.Said list() {
        return new Terminal(folder).devices("list", "--data", folder.toString());
    }
}
