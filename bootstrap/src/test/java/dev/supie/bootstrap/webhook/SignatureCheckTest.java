package dev.supie.bootstrap.webhook;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.supie.adapter.out.webhook.SigningKey;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// HOOK-1, seen by a receiver: what makes a post good, and what is said of one that is not.
final class SignatureCheckTest {

    private static final String NOW = "1795251600";
    private static final byte[] BODY = "{\"a\":1}".getBytes(StandardCharsets.UTF_8);
    private static final SigningKey KEY = new SigningKey("topsecret");

    private final Map<String, String> headers = new HashMap<>(signedAt(NOW));

    private static Map<String, String> signedAt(String timestamp) {
        return Map.of(
                "X-Meeting-Signature", KEY.signature(BODY),
                "X-Meeting-Timestamp", timestamp,
                "X-Meeting-Signature-V2", KEY.signature(timestamp, BODY));
    }

    private List<String> objections() {
        return objections(BODY, KEY);
    }

    private List<String> objections(byte[] body, SigningKey key) {
        Post post = new Post("/", name -> Optional.ofNullable(headers.get(name)), body);
        Instant now = Instant.ofEpochSecond(Long.parseLong(NOW));
        return new SignatureCheck(key).objections(post, now);
    }

    @Test
    void whatTheServerSignsIsGood() {
        assertEquals(List.of(), objections());
    }

    @ParameterizedTest
    @CsvSource({"X-Meeting-Signature", "X-Meeting-Signature-V2"})
    void aMissingSignature(String name) {
        headers.remove(name);
        assertEquals(List.of(name + " is missing"), objections());
    }

    @ParameterizedTest
    @CsvSource({"sha1=00", "0123", "sha256=XYZ", "''"})
    void aSignatureOfAnotherForm(String value) {
        headers.put("X-Meeting-Signature", value);
        assertEquals(
                List.of("X-Meeting-Signature is not sha256= and 64 hexadecimal digits"),
                objections());
    }

    @Test
    void anotherBody() {
        byte[] other = "{\"a\":2}".getBytes(StandardCharsets.UTF_8);
        assertEquals(
                List.of(
                        "X-Meeting-Signature is wrong: another secret, or the body is not the one"
                                + " that was signed",
                        "X-Meeting-Signature-V2 is wrong: another secret, timestamp or body"),
                objections(other, KEY));
    }

    @Test
    void anotherSecret() {
        assertEquals(2, objections(BODY, new SigningKey("guessed")).size());
    }

    @Test
    void aTimestampThatWasChanged() {
        headers.put("X-Meeting-Timestamp", "1795251599");
        assertEquals(
                List.of("X-Meeting-Signature-V2 is wrong: another secret, timestamp or body"),
                objections());
    }

    @Test
    void aMissingTimestamp() {
        headers.remove("X-Meeting-Timestamp");
        assertEquals(
                List.of(
                        "X-Meeting-Timestamp is missing",
                        "X-Meeting-Signature-V2 is wrong: another secret, timestamp or body"),
                objections());
    }

    @ParameterizedTest
    @CsvSource({
        "1795251300, ''",
        "1795251299, 'is too old: 301 s, and this may be a replay'",
        "1795251900, ''",
        "1795251901, 'is 301 s ahead: check the clocks'",
        "yesterday, is not a number of seconds",
        "-1, is not a number of seconds",
        "9999999999999, is not a number of seconds"
    })
    void howOldAPostMayBe(String timestamp, String objection) {
        headers.putAll(signedAt(timestamp));
        assertEquals(
                objection.isEmpty() ? List.of() : List.of("X-Meeting-Timestamp " + objection),
                objections());
    }
}
