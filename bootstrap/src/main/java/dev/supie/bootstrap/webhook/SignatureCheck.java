package dev.supie.bootstrap.webhook;

import dev.supie.adapter.out.webhook.SigningKey;
import dev.supie.adapter.out.webhook.WebhookHeaders;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Checks a post as every receiver should: both signatures in constant time, and how old it is.
final class SignatureCheck {

    /// A post that is older, or younger, may be a replay.
    static final Duration AGE_MAX = Duration.ofMinutes(5);

    private static final Pattern FORM = Pattern.compile("sha256=[0-9a-f]{64}");

    /// Seconds of the next ten thousand years.
    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,12}");

    private final SigningKey key;

    SignatureCheck(SigningKey key) {
        this.key = key;
    }

    /// Everything that is wrong; empty if the post is good.
    List<String> objections(Post post, Instant now) {
        Optional<String> timestamp = post.header(WebhookHeaders.TIMESTAMP);
        return Stream.of(
                        againstSignature(
                                post,
                                WebhookHeaders.SIGNATURE,
                                key.signature(post.body()),
                                "another secret, or the body is not the one that was signed"),
                        againstTimestamp(timestamp, now),
                        againstSignature(
                                post,
                                WebhookHeaders.SIGNATURE_V2,
                                key.signature(timestamp.orElse(""), post.body()),
                                "another secret, timestamp or body"))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<String> againstSignature(
            Post post, String name, String expected, String cause) {
        Optional<String> given = post.header(name);
        if (given.isEmpty()) {
            return Optional.of(name + " is missing");
        }
        if (!FORM.matcher(given.get()).matches()) {
            return Optional.of(name + " is not sha256= and 64 hexadecimal digits");
        }
        return MessageDigest.isEqual(bytes(expected), bytes(given.get()))
                ? Optional.empty()
                : Optional.of(name + " is wrong: " + cause);
    }

    private static Optional<String> againstTimestamp(Optional<String> timestamp, Instant now) {
        String name = WebhookHeaders.TIMESTAMP;
        if (timestamp.isEmpty()) {
            return Optional.of(name + " is missing");
        }
        if (!SECONDS.matcher(timestamp.get()).matches()) {
            return Optional.of(name + " is not a number of seconds");
        }
        long age = now.getEpochSecond() - Long.parseLong(timestamp.get());
        if (age > AGE_MAX.toSeconds()) {
            return Optional.of(name + " is too old: " + age + " s, and this may be a replay");
        }
        return age < -AGE_MAX.toSeconds()
                ? Optional.of(name + " is " + -age + " s ahead: check the clocks")
                : Optional.empty();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
