package dev.supie.adapter.out.webhook;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.github.tomakehurst.wiremock.verification.LoggedRequest;

import dev.supie.application.contract.WebhookContract;
import dev.supie.application.webhook.port.Attempt;
import dev.supie.application.webhook.port.Webhook;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// HOOK-1: what is posted, and which answers count.
class HttpWebhookTest {

    private static final int HUGE = 4 * 1024 * 1024;

    private final Receiver receiver = new Receiver();

    @AfterEach
    void close() {
        receiver.close();
    }

    @Nested
    class Contract extends WebhookContract {

        @Override
        protected Webhook webhook() {
            return receiver.webhook();
        }

        @Override
        protected void receiverTakes(boolean everything) {
            receiver.answer(aResponse().withStatus(everything ? 200 : 500));
        }

        @Override
        protected int posts() {
            return receiver.requests().size();
        }
    }

    private Attempt post(ExtraHeader... headers) {
        return receiver.webhook(headers).post(Notices.of("m1"));
    }

    private String reason() {
        return assertInstanceOf(Attempt.Failed.class, post()).reason();
    }

    @Test
    void thePostIsSignedTwiceAndItsBodyIsWhatWasSigned() {
        receiver.answer(aResponse().withStatus(200));
        post();

        LoggedRequest request = receiver.requests().getFirst();
        byte[] body = request.getBody();
        SigningKey key = new SigningKey(Receiver.SECRET);
        assertArrayEquals(NoticeBody.of(Notices.of("m1")), body);
        assertEquals("POST", request.getMethod().getName());
        assertEquals("/hook/a%20b?c=%2F", request.getUrl());
        assertEquals("localhost:" + receiver.port(), request.getHeader("Host"));
        assertEquals("application/json", request.getHeader("Content-Type"));
        assertEquals(Integer.toString(body.length), request.getHeader("Content-Length"));
        assertEquals("finalized-m1", request.getHeader("X-Meeting-Event-Id"));
        assertEquals("1795251600", request.getHeader("X-Meeting-Timestamp"));
        assertEquals(key.signature(body), request.getHeader("X-Meeting-Signature"));
        assertEquals(
                key.signature("1795251600", body), request.getHeader("X-Meeting-Signature-V2"));
    }

    @Test
    void withoutASecretNothingIsSigned() {
        receiver.answer(aResponse().withStatus(200));
        WebhookSettings signed = Receiver.settings(receiver.url(), true);
        var unsigned = new WebhookSettings(signed.url(), Optional.empty(), List.of(), true);
        Receiver.webhook(unsigned).post(Notices.of("m1"));

        LoggedRequest request = receiver.requests().getFirst();
        assertFalse(request.containsHeader("X-Meeting-Signature"));
        assertFalse(request.containsHeader("X-Meeting-Signature-V2"));
        assertEquals("finalized-m1", request.getHeader("X-Meeting-Event-Id"));
    }

    @Test
    void extraHeadersAreSent() {
        receiver.answer(aResponse().withStatus(200));
        post(new ExtraHeader("Authorization", "Bearer abc"), new ExtraHeader("X-Team", "a b"));

        LoggedRequest request = receiver.requests().getFirst();
        assertEquals("Bearer abc", request.getHeader("Authorization"));
        assertEquals("a b", request.getHeader("X-Team"));
    }

    @Test
    void theAttemptTellsLengthAndDigestOfTheBody() {
        receiver.answer(aResponse().withStatus(200));
        Attempt one = post();
        Attempt other = receiver.webhook().post(Notices.of("m2"));

        assertEquals(receiver.requests().getFirst().getBody().length, one.content().bytes());
        assertNotEquals(one.content().digest(), other.content().digest());
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 201, 202, 204, 299})
    void anyStatusOfSuccessIsAccepted(int status) {
        receiver.answer(aResponse().withStatus(status));
        assertInstanceOf(Attempt.Accepted.class, post());
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 404, 410, 429, 500, 503})
    void anyOtherStatusIsAFailure(int status) {
        receiver.answer(aResponse().withStatus(status).withBody("hidden"));
        assertEquals("HTTP " + status, reason());
    }

    @ParameterizedTest
    @ValueSource(ints = {300, 301, 302, 303, 307, 308})
    void redirectsAreNotFollowed(int status) {
        receiver.answer(
                aResponse()
                        .withStatus(status)
                        .withHeader("Location", "http://127.0.0.1/elsewhere"));
        assertEquals("HTTP " + status + "; redirects are not followed", reason());
        assertEquals(1, receiver.requests().size());
    }

    @Test
    void aHugeAnswerIsNotRead() {
        receiver.answer(aResponse().withStatus(200).withBody("x".repeat(HUGE)));
        assertInstanceOf(Attempt.Accepted.class, post());
    }

    @Test
    void theWholeExchangeHasFiveSeconds() {
        assertEquals(Duration.ofSeconds(5), HttpWebhook.TIME_MAX);
    }
}
