package dev.supie.adapter.out.webhook;

import dev.supie.application.webhook.port.Attempt;
import dev.supie.application.webhook.port.Webhook;
import dev.supie.domain.meeting.MeetingNotice;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.net.InetAddress;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocketFactory;

/// Posts notices to the configured URL, signed, each on a connection of its own (HOOK-1). It keeps
/// nothing between posts.
///
/// A post ends within [#TIME_MAX] whatever the receiver does: not answer, drip, or never end.
/// Redirects are not followed: they would carry minutes to wherever an answer points.
public final class HttpWebhook implements Webhook {

    /// For all of it: the lookup of the name, the connection, the request and the answer's head.
    static final Duration TIME_MAX = Duration.ofSeconds(5);

    private static final String EVENT = "finalized-";
    private static final int OK_FIRST = 200;
    private static final int OK_LAST = 299;
    private static final int REDIRECT_LAST = 399;
    private static final int DIGEST_BYTES = 4;

    private final WebhookSettings settings;
    private final InstantSource wallClock;
    private final NameLookup names;
    private final SSLSocketFactory tls;
    private final Duration timeMax;

    HttpWebhook(
            WebhookSettings settings,
            InstantSource wallClock,
            Names names,
            SSLSocketFactory tls,
            Duration timeMax) {
        this.settings = settings;
        this.wallClock = wallClock;
        this.names = new NameLookup(names);
        this.tls = tls;
        this.timeMax = timeMax;
    }

    /// @param wallClock the real time, by which receivers judge how old a post is
    public static HttpWebhook open(WebhookSettings settings, InstantSource wallClock) {
        return new HttpWebhook(
                settings,
                wallClock,
                InetAddress::getAllByName,
                (SSLSocketFactory) SSLSocketFactory.getDefault(),
                TIME_MAX);
    }

    /// The id under which the notice of a meeting is posted.
    public static String eventId(String meeting) {
        return EVENT + meeting;
    }

    @Override
    public Attempt post(MeetingNotice notice) {
        byte[] body = NoticeBody.of(notice);
        Attempt.Content content = new Attempt.Content(body.length, digest(body));
        byte[] request =
                PostRequest.of(
                        settings, eventId(notice.meeting().value()), body, wallClock.instant());
        try {
            int status = exchanged(request);
            return status >= OK_FIRST && status <= OK_LAST
                    ? new Attempt.Accepted(content)
                    : new Attempt.Failed(content, refusal(status));
        } catch (PostFailure failure) {
            return new Attempt.Failed(content, failure.reason());
        }
    }

    private int exchanged(byte[] request) throws PostFailure {
        Exchange exchange = new Exchange(settings, names, tls, timeMax);
        FutureTask<Integer> answer = new FutureTask<>(() -> exchange.run(request));
        Thread.ofVirtual().name("webhook-post").start(answer);
        try {
            return answer.get(timeMax.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException _) {
            throw new PostFailure("no answer within " + timeMax.toMillis() / 1000.0 + " s");
        } catch (ExecutionException failure) {
            throw named(failure.getCause());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new PostFailure("interrupted");
        } finally {
            end(exchange, answer);
        }
    }

    /// What still runs ends by it, wherever it waits.
    private static void end(Exchange exchange, FutureTask<Integer> answer) {
        try {
            exchange.close();
        } catch (IOException _) {
            // The answer is there, or nobody waits for it any more.
        }
        answer.cancel(true);
    }

    /// Only the kind of a failure is told: its text may quote what the receiver sent.
    private static PostFailure named(@Nullable Throwable cause) {
        return switch (cause) {
            case PostFailure failure -> failure;
            case SSLException _ ->
                    new PostFailure("no trusted TLS connection; check its certificate");
            case null, default -> new PostFailure("the connection broke");
        };
    }

    private static String refusal(int status) {
        return status > OK_LAST && status <= REDIRECT_LAST
                ? "HTTP " + status + "; redirects are not followed"
                : "HTTP " + status;
    }

    private static String digest(byte[] body) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(body);
            return HexFormat.of().formatHex(digest, 0, DIGEST_BYTES);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
