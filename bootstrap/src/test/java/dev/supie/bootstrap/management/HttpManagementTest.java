package dev.supie.bootstrap.management;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;

import dev.supie.bootstrap.config.ManagedDocument;
import dev.supie.bootstrap.config.Management.Answer;
import dev.supie.bootstrap.config.ManagementAddress;
import dev.supie.bootstrap.config.Secret;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/// CFG-3: what a management server is asked, and what every answer means.
final class HttpManagementTest {

    private static final Duration SOON = Duration.ofMillis(400);
    private static final int TOO_LATE_MILLIS = 3_000;
    private static final String YAML = "log: {level: warn} # 中\n";

    private final WireMockServer server = new WireMockServer(options().dynamicPort());
    private final HttpManagement management = new HttpManagement();

    @BeforeEach
    void start() {
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    private URI url() {
        return URI.create(server.baseUrl() + "/supie.yaml");
    }

    private ManagementAddress address(String secret) {
        return new ManagementAddress(
                url(), Optional.of(secret).filter(text -> !text.isEmpty()).map(Secret::new));
    }

    private void answers(ResponseDefinitionBuilder answer) {
        server.stubFor(any(anyUrl()).willReturn(answer));
    }

    private Answer ask() {
        return management.ask(address("s3cret"), Optional.empty());
    }

    private static String wrong(Answer answer) {
        return assertInstanceOf(Answer.Failed.class, answer).wrong();
    }

    private LoggedRequest asked() {
        return server.findAll(anyRequestedFor(anyUrl())).getLast();
    }

    private ManagedDocument handedOut(Answer answer) {
        return assertInstanceOf(Answer.Fresh.class, answer).document();
    }

    @Test
    void theDocumentIsTakenAsItIs() {
        answers(ok(YAML).withHeader("ETag", "\"v1\""));

        assertEquals(
                new ManagedDocument(url(), YAML, Optional.of("\"v1\""), false), handedOut(ask()));
        assertEquals("Bearer s3cret", asked().getHeader("Authorization"));
        assertFalse(asked().containsHeader("If-None-Match"));
    }

    @Test
    void withoutASecretNoneIsPresented() {
        answers(ok(YAML));
        handedOut(management.ask(address(""), Optional.empty()));

        assertFalse(asked().containsHeader("Authorization"));
    }

    @Test
    void whatIsStillTheSameIsNotSentAgain() {
        answers(aResponse().withStatus(304));
        var known = new ManagedDocument(url(), YAML, Optional.of("\"v1\""), false);

        assertInstanceOf(Answer.Unchanged.class, management.ask(address("s"), Optional.of(known)));
        assertEquals("\"v1\"", asked().getHeader("If-None-Match"));
        assertEquals("it answers HTTP 304 though it was not asked that", wrong(ask()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"v1", "\"a\" b", "\"é\"", "W/v1"})
    void aTagThatIsNoneIsNotSentBack(String tag) {
        answers(ok(YAML).withHeader("ETag", tag));

        assertEquals(Optional.empty(), handedOut(ask()).tag());
    }

    @ParameterizedTest
    @CsvSource({
        "204, 'it answers HTTP 204, which is no configuration'",
        "301, 'it answers HTTP 301: redirects are not followed, because the secret would go with them'",
        "307, 'it answers HTTP 307: redirects are not followed, because the secret would go with them'",
        "400, 'it answers HTTP 400, which is no configuration'",
        "401, it answers HTTP 401: it does not accept the secret",
        "403, it answers HTTP 403: it does not accept the secret",
        "404, it answers HTTP 404: there is nothing at this place",
        "410, it answers HTTP 410: there is nothing at this place",
        "500, it answers HTTP 500: it is in trouble",
        "503, it answers HTTP 503: it is in trouble"
    })
    void anotherStatusIsNoDocument(int status, String wrong) {
        answers(
                aResponse()
                        .withStatus(status)
                        .withHeader("Location", server.baseUrl() + "/elsewhere")
                        .withBody(status == 204 ? "" : YAML));

        assertEquals(wrong, wrong(ask()));
        assertEquals(1, server.findAll(anyRequestedFor(anyUrl())).size());
    }

    @Test
    void aServerThatWantsASecretIsUnderstood() {
        answers(aResponse().withStatus(401));

        assertEquals(
                new Answer.Failed("it answers HTTP 401: it wants a secret", "set config.secret"),
                management.ask(address(""), Optional.empty()));
    }

    @Test
    void anEmptyAnswerIsNoDocument() {
        answers(ok(" \n"));

        assertEquals("its answer is empty", wrong(ask()));
    }

    @Test
    void textInAnotherEncodingIsNoDocument() {
        answers(ok().withBody("a: é".getBytes(StandardCharsets.ISO_8859_1)));

        assertEquals("its answer is not UTF-8 text", wrong(ask()));
    }

    @Test
    void asMuchAsThereMayBeIsTaken() {
        answers(ok("#".repeat(DocumentRequest.BYTES_MAX)));

        assertEquals(DocumentRequest.BYTES_MAX, handedOut(ask()).text().length());
    }

    @Test
    void oneByteMoreIsTooLarge() {
        answers(ok("#".repeat(DocumentRequest.BYTES_MAX + 1)));

        assertEquals("its answer is larger than 262144 bytes", wrong(ask()));
    }

    @Test
    void anAnswerThatComesTooLateIsNone() {
        answers(ok(YAML).withFixedDelay(TOO_LATE_MILLIS));

        assertEquals(
                "there is no whole answer within 0.4 s",
                wrong(new HttpManagement(SOON).ask(address("s"), Optional.empty())));
    }

    @Test
    void anAnswerThatDripsIsNone() {
        answers(ok(YAML).withChunkedDribbleDelay(10, TOO_LATE_MILLIS));

        assertEquals(
                "there is no whole answer within 0.4 s",
                wrong(new HttpManagement(SOON).ask(address("s"), Optional.empty())));
    }

    @ParameterizedTest
    @ValueSource(strings = {"CONNECTION_RESET_BY_PEER", "EMPTY_RESPONSE", "RANDOM_DATA_THEN_CLOSE"})
    void aConnectionThatBreaksIsNoAnswer(Fault fault) {
        answers(aResponse().withFault(fault));

        assertEquals("the connection to it broke", wrong(ask()));
    }

    @Test
    void aPortWhereNobodyListensIsNoAnswer() throws IOException {
        URI nobody;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            nobody = URI.create("http://127.0.0.1:" + socket.getLocalPort() + "/");
        }

        assertEquals(
                "its host lets nobody connect",
                wrong(
                        management.ask(
                                new ManagementAddress(nobody, Optional.empty()),
                                Optional.empty())));
    }

    @Test
    void aHostThatDoesNotExistIsNoAnswer() {
        var nowhere =
                new ManagementAddress(
                        URI.create("http://there-is-no-such-host.invalid/"), Optional.empty());

        assertEquals("its host is not known", wrong(management.ask(nowhere, Optional.empty())));
    }

    @Test
    void aCertificateThatNobodyHasIssuedIsNotTrusted() {
        var secured = new WireMockServer(options().dynamicPort().dynamicHttpsPort());
        secured.start();
        try {
            secured.stubFor(any(anyUrl()).willReturn(ok(YAML)));
            var address =
                    new ManagementAddress(
                            URI.create("https://127.0.0.1:" + secured.httpsPort() + "/"),
                            Optional.of(new Secret("s")));

            assertEquals(
                    "there is no trusted TLS connection to it",
                    wrong(management.ask(address, Optional.empty())));
            assertEquals(0, secured.findAll(anyRequestedFor(anyUrl())).size());
        } finally {
            secured.stop();
        }
    }

    @Test
    void aSecretThatFitsIntoNoHeaderIsNotSent() {
        Answer answer = management.ask(address("sécret"), Optional.empty());

        assertEquals(
                "cannot be asked, because config.secret does not fit into a header", wrong(answer));
        assertFalse(answer.toString().contains("sécret"), answer::toString);
        assertEquals(0, server.findAll(anyRequestedFor(anyUrl())).size());
    }

    @Test
    void whoIsInterruptedDoesNotWait() {
        answers(ok(YAML).withFixedDelay(TOO_LATE_MILLIS));
        Thread.currentThread().interrupt();
        Answer answer = ask();

        assertEquals("the server is ending", wrong(answer));
        assertEquals(true, Thread.interrupted());
    }
}
